import type { FileTree } from '../files';

/** A Terraform module that a service, or an account's platform, is made with. */
export interface TerraformModule {
  /** Its folder's name. */
  name: string;
  /** The names of its variables. */
  variables: readonly string[];
  outputs: ReadonlyArray<{ name: string; isSensitive: boolean }>;
  /** What it reads of the platform contract: labels of its SSM parameters. */
  platform: readonly string[];
  /** The local names of the providers that it needs. */
  providers: readonly string[];
  /** What is vendored. */
  files: FileTree;
  /** Files that belong beside the root's own, such as providers to configure. */
  rootFiles: FileTree;
}

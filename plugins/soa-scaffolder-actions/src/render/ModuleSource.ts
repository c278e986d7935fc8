/** Where a root module takes a module from. */
export interface ModuleSource {
  /** As Terraform writes it: `./modules/lambda`, or a git or registry address. */
  source: string;
  /** A constraint, for a registry. */
  version?: string;
}

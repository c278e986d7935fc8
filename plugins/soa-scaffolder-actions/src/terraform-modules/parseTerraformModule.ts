import type { FileTree } from '../files';
import type { TerraformModule } from './TerraformModule';

const ROOT = 'root/';

/**
 * What can be read off the files of a module that `terraform fmt` has formatted:
 * each block then begins and ends in the first column.
 */
export function parseTerraformModule(
  name: string,
  tree: FileTree,
): TerraformModule {
  const paths = Object.keys(tree).sort();
  const source = paths
    .filter(path => /^[^/]+\.tf$/.test(path))
    .map(path => tree[path])
    .join('\n');
  return {
    name,
    variables: blocks(source, /variable "([\w-]+)"/).map(([label]) => label),
    outputs: blocks(source, /output "([\w-]+)"/).map(([label, body]) => ({
      name: label,
      isSensitive: /^ {2}sensitive += true$/m.test(body),
    })),
    platform: blocks(source, /data "aws_ssm_parameter" "([\w-]+)"/).map(
      ([label]) => label,
    ),
    providers: providersOf(tree['terraform.tf'] ?? ''),
    files: Object.fromEntries(
      paths
        .filter(path => !path.startsWith(ROOT))
        .map(path => [path, tree[path]]),
    ),
    rootFiles: Object.fromEntries(
      paths
        .filter(path => path.startsWith(ROOT))
        .map(path => [path.slice(ROOT.length), tree[path]]),
    ),
  };
}

/** The label and the body of each block of a kind, by label. */
function blocks(source: string, head: RegExp): Array<[string, string]> {
  const found = source.matchAll(
    new RegExp(`^${head.source} \\{(?:\\}|\\n([\\s\\S]*?)^\\})$`, 'gm'),
  );
  return [...found]
    .map(([, label, body = '']): [string, string] => [label, body])
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

function providersOf(terraform: string): string[] {
  const [, body = ''] =
    /^ {2}required_providers \{\n([\s\S]*?)^ {2}\}$/m.exec(terraform) ?? [];
  return [...body.matchAll(/^ {4}([\w-]+) += \{$/gm)].map(([, name]) => name);
}

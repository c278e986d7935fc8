import type { TerraformModule } from '../terraform-modules';
import { hclString } from '../hcl';
import { factsOf, settingsOf } from './facts';
import type { ModuleSource } from './ModuleSource';

/** `main.tf`: reads the placement's file and hands it to the module, typed. */
export function mainTf(
  { variables }: TerraformModule,
  { source, version }: ModuleSource,
): string {
  // What the form leaves out is null, for which the module has a default.
  const told = settingsOf(variables).map((name): [string, string] => [
    name,
    `try(local.p.settings.${name}, null)`,
  ]);
  const arguments_ = [
    aligned([
      ['source', hclString(source)],
      ...(version ? [['version', hclString(version)] as const] : []),
    ]),
    aligned(factsOf(variables)),
    aligned(told),
  ].filter(group => group !== '');
  return `locals {
  p = jsondecode(file("\${path.root}/placements/\${var.placement}.json"))
}

module "service" {
${arguments_.join('\n\n')}
}
`;
}

function aligned(entries: ReadonlyArray<readonly [string, string]>): string {
  const width = Math.max(0, ...entries.map(([key]) => key.length));
  return entries
    .map(([key, value]) => `  ${key.padEnd(width)} = ${value}`)
    .join('\n');
}

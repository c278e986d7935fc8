import { hclString } from '../hcl';
import type { RuntimeModule } from './RuntimeModule';

/** What the module is told of the placement. */
export const FACTS = {
  environment: 'local.p.environment',
  key: 'local.p.key',
  production: 'local.p.production',
  service: 'local.p.service',
};

/** `main.tf`: reads the placement's file and hands it to the module, typed. */
export function mainTf({ name, settings }: RuntimeModule): string {
  const facts = aligned(Object.entries(FACTS));
  // What the form leaves out is null, for which the module has a default.
  const told = aligned(
    settings.map(setting => [
      setting,
      `try(local.p.settings.${setting}, null)`,
    ]),
  );
  return `locals {
  p = jsondecode(file("\${path.root}/placements/\${var.placement}.json"))
}

module "service" {
  source = ${hclString(`./modules/${name}`)}

${facts}

${told}
}
`;
}

/** `outputs.tf`: all that the module says of itself. */
export function outputsTf({ outputs }: RuntimeModule): string {
  return outputs
    .map(
      output => `output "${output}" {
  value = module.service.${output}
}
`,
    )
    .join('\n');
}

function aligned(entries: Array<[string, string]>): string {
  const width = Math.max(...entries.map(([key]) => key.length));
  return entries
    .map(([key, value]) => `  ${key.padEnd(width)} = ${value}`)
    .join('\n');
}

/**
 * What a module is told that no form may set: the variables of these names, of
 * those that it has, and the expressions by which the root module fills them.
 */
const FACTS: Readonly<Record<string, string>> = {
  access: 'var.access',
  account: 'local.p.account',
  component: 'local.p.component',
  consumes: 'try(local.p.consumes, [])',
  environment: 'local.p.environment',
  hostname: 'try(local.p.hostname, "app.terraform.io")',
  key: 'local.p.key',
  organization: 'split("/", local.p.workspace)[0]',
  owner: 'local.p.owner',
  permissions_boundary: 'try(local.p.permissions_boundary, null)',
  production: 'local.p.production',
  region: 'local.p.region',
  regions: 'local.p.regions',
  service: 'local.p.service',
  workspace: 'local.p.workspace',
};

/** The facts among a module's variables, with their expressions. */
export function factsOf(variables: readonly string[]): Array<[string, string]> {
  return variables
    .filter(name => Object.hasOwn(FACTS, name))
    .map(name => [name, FACTS[name]]);
}

/** The variables of a module that a form may set. */
export function settingsOf(variables: readonly string[]): string[] {
  return variables.filter(name => !Object.hasOwn(FACTS, name));
}

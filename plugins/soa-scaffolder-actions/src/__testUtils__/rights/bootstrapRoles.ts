import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { PolicyDocument } from '../iam';
import { MODULES } from '../terraformIn';

/** The roles of an access workspace, which a stack makes and nothing bounds. */
export async function bootstrapRoles(
  account: string,
): Promise<Record<string, { policies: PolicyDocument[] }>> {
  const { Resources, Parameters } = parse(
    await readFile(
      join(MODULES, 'account-baseline-stack-set/access-bootstrap.yaml'),
      'utf8',
    ),
  );
  const valueOf = (name: string): string =>
    ({ 'AWS::Partition': 'aws', 'AWS::AccountId': account }[name] ??
    Parameters[name].Default);
  const filledIn = (_key: string, value: any) =>
    value?.['Fn::Sub']?.replace(/\$\{([^}]+)\}/g, (_: string, name: string) =>
      valueOf(name),
    ) ?? value;
  const policy = (name: string): PolicyDocument =>
    JSON.parse(
      JSON.stringify(Resources[name].Properties.PolicyDocument, filledIn),
    );
  const workspace = `${Parameters.BaselineService.Default}-${account}`;
  return {
    [`${workspace}-plan`]: { policies: [policy('ReadPolicy')] },
    [`${workspace}-apply`]: {
      policies: [policy('ReadPolicy'), policy('WritePolicy')],
    },
  };
}

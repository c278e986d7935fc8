import { hclString } from '../hcl';
import type { AftWay } from './VendingSettings';

/** An account as Account Factory for Terraform is asked for it. */
export interface AftRequest {
  name: string;
  email: string;
  tags: Readonly<Record<string, string>>;
  unit: { id: string; name: string };
  requestedBy: string;
  reason: string;
}

/**
 * The file by which Account Factory for Terraform is asked for an account, as
 * `terraform fmt` writes it.
 */
export function aftRequest(
  { name, email, tags, unit, requestedBy, reason }: AftRequest,
  { source, ssoUser, customizations }: AftWay,
): string {
  const parts = [
    `  source = ${hclString(source)}`,
    map('control_tower_parameters', {
      AccountEmail: email,
      AccountName: name,
      // The one form that tells OUs of the same name apart.
      ManagedOrganizationalUnit: `${unit.name} (${unit.id})`,
      SSOUserEmail: ssoUser.email,
      SSOUserFirstName: ssoUser.firstName,
      SSOUserLastName: ssoUser.lastName,
    }),
    map(
      'account_tags',
      Object.fromEntries(
        Object.entries(tags).map(([key, value]) => [hclString(key), value]),
      ),
    ),
    map('change_management_parameters', {
      change_requested_by: requestedBy,
      change_reason: reason,
    }),
    '  custom_fields = {}',
    ...(customizations
      ? [`  account_customizations_name = ${hclString(customizations)}`]
      : []),
  ];
  return `module ${hclString(`account_${name.replaceAll('-', '_')}`)} {
${parts.join('\n\n')}
}
`;
}

/** @param entries - by key, as HCL has it */
function map(name: string, entries: Readonly<Record<string, string>>): string {
  const width = Math.max(...Object.keys(entries).map(key => [...key].length));
  const lines = Object.entries(entries).map(
    ([key, value]) =>
      `    ${key}${' '.repeat(width - [...key].length)} = ${hclString(value)}`,
  );
  return `  ${name} = {\n${lines.join('\n')}\n  }`;
}

import type { Account, OrganizationalUnit } from './Account';

/**
 * Whether an account is in a root or organizational unit, or in a unit below it.
 *
 * @public
 */
export function isInUnit(
  {
    organizationId,
    organizationalUnitPath,
  }: Pick<Account, 'organizationId' | 'organizationalUnitPath'>,
  unit: Pick<OrganizationalUnit, 'organizationId' | 'path'>,
): boolean {
  return (
    organizationId === unit.organizationId &&
    (unit.path === '' ||
      `${organizationalUnitPath}/`.startsWith(`${unit.path}/`))
  );
}

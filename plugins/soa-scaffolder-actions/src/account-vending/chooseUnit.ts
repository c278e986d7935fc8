import { InputError } from '@backstage/errors';
import type { OrganizationalUnit } from '@backstage-soa/plugin-soa-common';

/**
 * The organizational unit that an account shall be in.
 *
 * @param wanted - its id, or the path of its names
 * @param units - those of the organisation, or of all
 * @param allowed - ids and paths of those that accounts may go to
 * @throws InputError if there is none, or several, or if it may not be chosen
 */
export function chooseUnit(
  wanted: string,
  units: readonly OrganizationalUnit[],
  allowed: readonly string[],
): OrganizationalUnit {
  const found = units.filter(unit => isCalled(unit, wanted));
  if (found.length !== 1) {
    throw new InputError(
      found.length === 0
        ? `organizationalUnit: there is no organizational unit "${wanted}", or you may not see it: choose one of ${allowed.join(
            ', ',
          )}`
        : `organizationalUnit: "${wanted}" is in ${found.length} organisations: name it by its id`,
    );
  }
  const [unit] = found;
  if (!isTarget(unit, allowed)) {
    throw new InputError(
      `organizationalUnit: accounts may not go to ${wanted}: choose one of ${allowed.join(
        ', ',
      )}, or ask for it in soa.accountVending.organizationalUnits`,
    );
  }
  return unit;
}

/** Whether accounts may go to a unit. */
export function isTarget(
  unit: OrganizationalUnit,
  allowed: readonly string[],
): boolean {
  return allowed.some(one => isCalled(unit, one));
}

function isCalled({ id, path }: OrganizationalUnit, name: string): boolean {
  return id === name || (path !== '' && path === name);
}

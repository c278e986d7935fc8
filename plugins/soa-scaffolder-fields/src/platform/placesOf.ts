import { isInUnit } from '@backstage-soa/plugin-soa-common';
import type {
  Account,
  OrganizationalUnit,
} from '@backstage-soa/plugin-soa-common';

/** An account, or all of a root or OU. */
export interface Place {
  kind: 'account' | 'organizationalUnit';
  id: string;
  label: string;
}

/**
 * Where a platform of an environment can be: in accounts of it, and in those of
 * none; and in the OUs and roots that hold such.
 *
 * @param units - `undefined`: no unit can be chosen
 * @param words - `whole`: what a root is called
 */
export function placesOf(
  environment: string,
  accounts: readonly Account[],
  units: readonly OrganizationalUnit[] | undefined,
  words: { whole: string },
): Place[] {
  const fitting = accounts.filter(
    account => !account.environment || account.environment === environment,
  );
  const holding = (units ?? []).flatMap(unit => {
    const inside = fitting.filter(account => isInUnit(account, unit));
    return inside.length > 0
      ? [
          {
            kind: 'organizationalUnit' as const,
            id: unit.id,
            label: `${unit.path || words.whole} (${inside.length})`,
            order: unit.path,
          },
        ]
      : [];
  });
  return [
    ...holding
      .sort((one, other) => (one.order < other.order ? -1 : 1))
      .map(({ order, ...place }) => place),
    ...fitting.map(({ id, name }) => ({
      kind: 'account' as const,
      id,
      label: `${name} (${id})`,
    })),
  ];
}

import type {
  Account,
  OrganizationalUnit,
} from '@backstage-soa/plugin-soa-common';

/** An account of the organisation `o-acme`. */
export function anAccount(change: Partial<Account> & { id: string }): Account {
  const { id } = change;
  return {
    name: id,
    arn: `arn:aws:organizations::000000000001:account/o-acme/${id}`,
    state: 'ACTIVE',
    organizationId: 'o-acme',
    parentId: 'r-acme',
    organizationalUnitPath: '',
    owner: 'group:default/team-shop',
    environment: 'prod',
    runtimes: [],
    regions: [],
    entityRef: `resource:default/${id}`,
    ...change,
  };
}

/** A unit of the organisation `o-acme`; the root where it is in none. */
export function aUnit(
  change: Partial<OrganizationalUnit> & { id: string },
): OrganizationalUnit {
  const { id } = change;
  return {
    name: id,
    arn: `arn:aws:organizations::000000000001:ou/o-acme/${id}`,
    organizationId: 'o-acme',
    path: change.parentId ? change.name ?? id : '',
    ...change,
  };
}

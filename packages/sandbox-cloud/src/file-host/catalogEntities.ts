import {
  accountBaseline,
  people,
  products,
  services,
  teams,
} from '../organisation';

/** The people, teams and services that were always there, as catalog entities. */
export function catalogEntities(): object[] {
  return [
    ...teams.map(({ name, displayName }) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name, title: displayName },
      spec: { type: 'team', profile: { displayName }, children: [] },
    })),
    ...people.map(({ name, displayName, email, teams: memberOf }) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name },
      spec: { profile: { displayName, email }, memberOf },
    })),
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'System',
      metadata: {
        name: 'acme-shop',
        title: 'Acme shop',
        description: 'Everything that sells (simulated)',
      },
      spec: { owner: 'group:default/team-platform' },
    },
    ...products.map(({ name, title, description, owner }) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'System',
      metadata: { name, title, description },
      spec: { owner },
    })),
    ...[...services, accountBaseline].map(service => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: service.name, description: service.description },
      spec: {
        type: service.type,
        lifecycle: 'production',
        owner: service.owner,
        // What accounts are given sells nothing.
        ...(service.type !== 'platform' && { system: 'acme-shop' }),
        placements: service.placements.map(
          ({ environment, account, region, runtime, workspace }) => ({
            environment,
            account,
            region,
            runtime,
            workspace,
          }),
        ),
      },
    })),
  ];
}

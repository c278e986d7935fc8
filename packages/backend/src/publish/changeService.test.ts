import { startPortal } from './__testUtils__/startPortal';

jest.setTimeout(180_000);

type Portal = Awaited<ReturnType<typeof startPortal>>;

/** The rollouts of a service, newest last: what each reaches. */
async function rolloutsOf(portal: Portal, name: string) {
  const { items } = await portal.get('soa-delivery/v1/rollouts');
  const its = items
    .filter(
      ({ componentRef }: any) => componentRef === `component:default/${name}`,
    )
    .reverse();
  return Promise.all(
    its.map(async ({ id }: any) => {
      const { stages, source } = await portal.get(
        `soa-delivery/v1/rollouts/${id}`,
      );
      return {
        source: source.url as string,
        keys: stages
          .flatMap(({ waves }: any) => waves)
          .map(({ targets }: any) =>
            targets.map(({ placement }: any) => placement.key),
          ),
      };
    }),
  );
}

describe('a service that is there, in the demo', () => {
  let portal: Portal;
  const component = 'component:default/parcels';
  const read = async (path: string) =>
    (await fetch(`${portal.sandboxUrl}/repositories/parcels/${path}`)).text();
  const placementsIn = async () =>
    (
      await portal.get('catalog/entities/by-name/component/default/parcels')
    ).spec.placements.map(({ workspace }: any) => workspace);

  beforeAll(async () => {
    portal = await startPortal({});
    await portal.create({
      name: 'parcels',
      stages: [
        { environment: 'dev', regions: ['us-east-1'] },
        { environment: 'prod', regions: ['us-east-1'] },
      ],
    });
  });
  afterAll(() => portal?.stop());

  it('is given a Region, and rolled out to that alone', async () => {
    const added = await portal.create(
      { component, stages: [{ environment: 'prod', regions: ['eu-west-1'] }] },
      'add-region',
    );
    expect(added.log).toContain('acme/parcels-prod-euw1: created');
    expect(added.status).toBe('completed');
    expect(await placementsIn()).toEqual([
      'acme/parcels-dev-use1',
      'acme/parcels-prod-use1',
      'acme/parcels-prod-euw1',
    ]);
    expect(JSON.parse(await read('infra/placements/prod-euw1.json'))).toEqual(
      expect.objectContaining({
        region: 'eu-west-1',
        needs: ['cluster-arn', 'subnet-ids', 'vpc-id'],
      }),
    );
    // What nobody has changed is still there.
    expect(await read('README.md')).toContain('# parcels');
    const rollouts = await rolloutsOf(portal, 'parcels');
    expect(rollouts[1]).toEqual({
      keys: [['prod-euw1']],
      source: expect.stringMatching(
        /\/repositories\/parcels\/archive\/[0-9a-f]{40}\.tar\.gz$/,
      ),
    });

    const again = await portal.create(
      { component, stages: [{ environment: 'prod', regions: ['eu-west-1'] }] },
      'add-region',
    );
    expect(again.log).toContain('nothing to change in it');
    expect(again.log).not.toContain('Committed');
    expect(again.status).toBe('completed');
  });

  it('is promoted, repaired and upgraded', async () => {
    const nothing = await portal.create({ component, from: 'dev' }, 'promote');
    expect(nothing.log).toContain('There is nothing to promote');
    expect(nothing.status).toBe('completed');

    const repaired = await portal.create(
      {
        component,
        placements: ['dev/100000000401/us-east-1/ecs-fargate'],
      },
      'repair',
    );
    expect(repaired.log).toContain('The rollout has begun');
    const upgraded = await portal.create({ component }, 'upgrade-modules');
    expect(upgraded.log).toContain('as the portal has it now');
    expect(upgraded.status).toBe('completed');
    const [last] = (await rolloutsOf(portal, 'parcels')).slice(-1);
    expect(last.keys).toEqual([['dev-use1']]);
  });

  it('has to be one that a template has made', async () => {
    const foreign = await portal.create(
      {
        component: 'component:default/checkout',
        stages: [{ environment: 'prod', regions: ['eu-west-1'] }],
      },
      'add-region',
    );
    expect(foreign.log).toMatch(
      /component:default\/checkout from .* is no repository/,
    );
    expect(foreign.status).toBe('failed');
  });
});

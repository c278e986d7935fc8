import { startPortal } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

type Portal = Awaited<ReturnType<typeof startPortal>>;

async function sourcesOf(portal: Portal, name: string): Promise<string[]> {
  const { items } = await portal.get('soa-delivery/v1/rollouts');
  return items
    .filter(
      ({ componentRef }: any) => componentRef === `component:default/${name}`,
    )
    .map(({ source }: any) => source.url);
}

describe('the shipped template, with a source-code host', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      github: [{ host: 'github.com', token: 'token' }],
    });
  });
  afterAll(() => portal?.stop());

  const imageOf = (name: string) =>
    JSON.parse(
      portal.github.repositories
        .get(`https://github.com/acme/${name}`)!
        .get('infra/placements/prod-use1.json')!
        .toString(),
    ).settings.image;

  it('makes a service once, however often it is run', async () => {
    const values = {
      name: 'parcels',
      repoUrl: 'github.com?owner=acme&repo=parcels',
    };
    portal.github.lag = 1;
    const first = await portal.create(values);
    expect(first.log).toContain('Waiting until the catalog finds');
    expect(first).toMatchObject({
      status: 'completed',
      log: expect.stringContaining('acme/parcels-prod-use1: created'),
    });
    expect(first.output.text).toEqual([]);

    const second = await portal.create(values);
    expect(second.log).toContain('has what was filled in here');
    expect(second.log).toContain('acme/parcels-prod-use1: nothing to change');
    expect(second.status).toBe('completed');

    // Another repository in the form is not the service's.
    const third = await portal.create({
      ...values,
      image: 'nginx:2',
      repoUrl: 'github.com?owner=Acme&repo=other',
    });
    expect(third.status).toBe('completed');
    expect(third.output.text).toEqual([
      expect.objectContaining({
        content: expect.stringMatching(
          /left as it is, and differs from what was filled in here in infra\/placements\/prod-use1\.json/,
        ),
      }),
    ]);
    expect([...portal.github.repositories.keys()]).toEqual([
      'https://github.com/acme/parcels',
    ]);
    expect(imageOf('parcels')).toContain('nginx-unprivileged');
    // The second starts what the third joins: nothing has been read for it yet.
    expect(await sourcesOf(portal, 'parcels')).toEqual([
      'https://github.com/acme/parcels/tree/main',
      'https://github.com/acme/parcels/tree/0123abc',
    ]);

    const region = await portal.create({
      ...values,
      stages: [{ environment: 'prod', regions: ['us-east-1', 'eu-west-1'] }],
    });
    expect(region.status).toBe('failed');
    expect(region.log).toMatch(
      /component "parcels" is there already and does not declare eu-west-1/,
    );
    expect(region.log).not.toContain('acme/parcels-prod-euw1');
  });

  it('goes on from what was published and could not be registered', async () => {
    const values = {
      name: 'returns',
      repoUrl: 'github.com?owner=acme&repo=returns',
    };
    portal.github.isReadable = false;
    const failing = await portal.create(values);
    expect(failing.status).toBe('failed');
    expect(failing.log).toMatch(
      /the catalog does not take https:\/\/github\.com\/acme\/returns\/blob\/main\/catalog-info\.yaml: .*GitHub does not answer/,
    );

    portal.github.isReadable = true;
    const other = await portal.create({ ...values, image: 'nginx:2' });
    expect(other.status).toBe('failed');
    expect(other.log).toMatch(
      /there is a repository at https:\/\/github\.com\/acme\/returns\/blob\/main already, and it differs/,
    );

    const again = await portal.create(values);
    expect(again.status).toBe('completed');
    expect(await sourcesOf(portal, 'returns')).toEqual([
      'https://github.com/acme/returns/tree/main',
    ]);
  });
});

describe('the shipped template, without a source-code host', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({});
  });
  afterAll(() => portal?.stop());

  it('makes a service in the sandbox once, however often it is run', async () => {
    const first = await portal.create({ name: 'parcels' });
    expect(first.log).toContain('Publish the repository (simulated)');
    expect(first.status).toBe('completed');

    const second = await portal.create({ name: 'parcels' });
    expect(second.log).toContain('has what was filled in here');
    expect(second.log).not.toContain('Published commit');
    expect(second.status).toBe('completed');
    expect(portal.github.repositories.size).toBe(0);

    const changed = await portal.create({ name: 'parcels', image: 'nginx:2' });
    expect(changed.output.text).toHaveLength(1);
    expect(await sourcesOf(portal, 'parcels')).toEqual([
      expect.stringMatching(
        /\/repositories\/parcels\/archive\/newest\.tar\.gz$/,
      ),
      expect.stringMatching(
        /\/repositories\/parcels\/archive\/[0-9a-f]{40}\.tar\.gz$/,
      ),
    ]);
  });
});

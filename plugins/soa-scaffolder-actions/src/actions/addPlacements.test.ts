import { createMockDirectory } from '@backstage/backend-test-utils';
import type { ResolvedPlacement } from '@backstage-soa/plugin-soa-common';
import { parse } from 'yaml';
import { ordersPlacements, runAction } from '../__testUtils__';
import { anyAccounts } from '../__testUtils__/anyAccounts';
import {
  ordersEntity,
  ordersRepository,
} from '../__testUtils__/ordersRepository';
import { serviceActionOptions } from '../__testUtils__/serviceActions';
import { readChecksums, checksumOf } from '../checksums';
import { readFileTree } from '../files';
import { createAddPlacementsAction } from './addPlacements';

const [dev, use1, euw1] = ordersPlacements;
const there = [use1];
const EUW1 = 'infra/placements/prod-euw1.json';
const USE1 = 'infra/placements/prod-use1.json';
const TESTS = 'infra/tests/placements.tftest.hcl';

describe('soa:placements:add', () => {
  const directory = createMockDirectory();
  beforeEach(() => directory.clear());

  async function set(
    options: {
      files?: Record<string, string>;
      service?: Parameters<typeof ordersRepository>[0];
      module?: string;
      groups?: string[];
    } = {},
  ) {
    const repository = {
      ...(await ordersRepository(
        {
          placements: there,
          needs: ['zone-id'],
          hostname: 'tfe.acme.example',
          ...options.service,
        },
        options.module,
      )),
      ...options.files,
    };
    const services = serviceActionOptions(repository, {
      ...options,
      entity: ordersEntity(there),
    });
    const action = createAddPlacementsAction({
      ...services,
      permissionsBoundary: 'soa/service-boundary',
      productionEnvironments: ['prod'],
    });
    const add = async (
      placements: ResolvedPlacement[] = [euw1],
      wish: object = {},
      isDryRun = false,
    ) => {
      const run = await runAction(
        action,
        { componentRef: 'component:default/orders', placements, ...wish },
        { workspacePath: directory.path, isDryRun },
      );
      return { ...run, files: await readFileTree(directory.path) };
    };
    return { ...services, repository, add };
  }

  it('adds a Region, with the settings of the one beside it', async () => {
    const { add, repository } = await set();
    const { outputs, files, log } = await add();
    expect(Object.keys(files).sort()).toEqual([
      'catalog-info.yaml',
      'infra/generated.sha256',
      EUW1,
      USE1,
      TESTS,
    ]);
    const before = JSON.parse(repository[USE1]);
    expect(JSON.parse(files[EUW1])).toEqual({
      ...before,
      region: 'eu-west-1',
      key: 'prod-euw1',
      workspace: 'acme/orders-prod-euw1',
      regions: ['eu-west-1', 'us-east-1'],
      permissions_boundary:
        'arn:aws:iam::111122223333:policy/soa/service-boundary',
    });
    expect(JSON.parse(files[USE1])).toEqual({
      ...before,
      regions: ['eu-west-1', 'us-east-1'],
    });
    expect(parse(files['catalog-info.yaml']).spec.placements).toEqual(
      ordersEntity([use1, euw1]).spec!.placements,
    );
    expect(files['catalog-info.yaml']).toContain(
      '"group:default/team-shop" # ours',
    );
    expect(files[TESTS]).toContain('run "plans_prod_euw1"');
    expect(readChecksums(files['infra/generated.sha256']).get(TESTS)).toBe(
      checksumOf(files[TESTS]),
    );
    expect(outputs).toMatchObject({ hasChanges: true, isInPlace: false });
    expect(outputs.branchName).toMatch(/^soa\/add-placements-[0-9a-f]{10}$/);
    // The module of Fargate services is not told of other Regions.
    expect(outputs.placements).toEqual([euw1]);
    expect(outputs.plan).toBeUndefined();
    expect(log).toContain(`Adds ${EUW1}`);
  });

  it('is what a template would have made at once', async () => {
    const { add, repository } = await set({
      service: { permissionsBoundary: 'soa/service-boundary' },
    });
    const whole = await ordersRepository({
      placements: [use1, euw1],
      needs: ['zone-id'],
      hostname: 'tfe.acme.example',
      permissionsBoundary: 'soa/service-boundary',
    });
    const { files } = await add();
    const { 'catalog-info.yaml': catalogInfo, ...changed } = {
      ...repository,
      ...files,
    };
    const { 'catalog-info.yaml': catalogInfoAtOnce, ...atOnce } = whole;
    expect(changed).toEqual(atOnce);
    expect(parse(catalogInfo)).toEqual(parse(catalogInfoAtOnce));
  });

  it('has nothing to change once that is in the repository', async () => {
    const { add, repository } = await set();
    const { files } = await add();
    directory.clear();
    const { add: again } = await set({ files: { ...repository, ...files } });
    const { outputs, files: none } = await again();
    expect(none).toEqual({});
    expect(outputs).toMatchObject({
      hasChanges: false,
      isInPlace: true,
      placements: [euw1],
    });
    expect(outputs.summary).toContain('nothing to change');
  });

  it('rolls out first to those that make room for another Region', async () => {
    const { add } = await set({ module: 'lambda' });
    const { outputs } = await add();
    expect(outputs.placements.map(({ key }: any) => key)).toEqual([
      'prod-use1',
      'prod-euw1',
    ]);
    expect(outputs.plan).toEqual({
      stages: [{ environment: 'prod', waves: [{ keys: ['prod-use1'] }] }],
    });
  });

  it('keeps what people have written', async () => {
    const { repository } = await set();
    const written = repository[USE1].replace(
      '"settings": {',
      '"owner_note": "ours",   "settings": {"secrets": {"A": "arn:{region}"},',
    );
    const edited = await set({
      files: {
        [USE1]: written,
        [TESTS]: `# Ours\n${repository[TESTS]}`,
      },
    });
    const { files } = await edited.add();
    expect(files[USE1]).toBe(
      written.replace(
        /"regions": \[[^\]]*\]/,
        '"regions": [\n    "eu-west-1",\n    "us-east-1"\n  ]',
      ),
    );
    expect(JSON.parse(files[EUW1])).toMatchObject({
      owner_note: 'ours',
      settings: { secrets: { A: 'arn:{region}' } },
    });
    expect(files[TESTS]).toMatch(/^# Ours\n[^]*plans_prod_euw1/);
    // Whoever upgrades is to be told of it.
    expect(files).not.toHaveProperty('infra/generated.sha256');
  });

  it('takes a service that an older template has made', async () => {
    const { repository } = await set();
    const { regions, needs, hostname, ...old } = JSON.parse(repository[USE1]);
    const older = await set({ files: { [USE1]: JSON.stringify(old) } });
    delete older.repositories.folders[
      Object.keys(older.repositories.folders)[0]
    ]['infra/generated.sha256'];
    const { files } = await older.add();
    expect(files).not.toHaveProperty([USE1]);
    expect(JSON.parse(files[EUW1])).not.toHaveProperty('needs');
    expect(files[TESTS]).toContain('plans_prod_euw1');
  });

  it('copies another environment, but for what is said', async () => {
    const { add } = await set({
      service: {
        settings: { cpu: 256, host: 'orders.prod.acme.example', port: 80 },
      },
    });
    await expect(add([dev])).rejects.toThrow(
      'placements: the service does not run in dev yet, so that there are no settings for dev-use1: say from which environment they come, of prod',
    );
    const { files, log, outputs } = await add([dev], {
      from: 'prod',
      settings: [
        { setting: 'desired_count', value: '1' },
        { setting: 'image', value: 'nginx:${x}' },
        { setting: 'port', value: 'null' },
      ],
    });
    const file = JSON.parse(files['infra/placements/dev-use1.json']);
    expect(file).toMatchObject({ environment: 'dev', production: false });
    expect(file.settings).toEqual({
      cpu: 256,
      desired_count: 1,
      host: 'orders.prod.acme.example',
      image: 'nginx:${x}',
    });
    expect(files).not.toHaveProperty([USE1]);
    const note =
      'settings.host of dev-use1 names prod, as prod-use1 has it: see whether that is right there';
    expect(log).toContain(note);
    expect(outputs.summary).toContain(note);
  });

  it.each([
    [
      { from: 'qa' },
      'from: the service does not run in qa: choose one of prod',
    ],
    [
      { from: 'prod', settings: [{ setting: 'imag', value: 'x' }] },
      'settings: the module of the service has no variable imag; it has access_log_bucket, alarm_notifications',
    ],
    [
      {
        settings: [
          { setting: 'cpu', value: '1' },
          { setting: 'cpu', value: '2' },
        ],
      },
      'settings: cpu is there twice',
    ],
  ])('refuses %j', async (wish, message) => {
    const { add } = await set();
    await expect(add([dev], wish, true)).rejects.toThrow(message);
    expect(await readFileTree(directory.path)).toEqual({});
  });

  it('does not take the place of what somebody has added meanwhile', async () => {
    const { repository } = await set({
      service: { placements: [use1, { ...euw1, account: '444455556666' }] },
    });
    const { add } = await set({ files: { [EUW1]: repository[EUW1] } });
    await expect(add()).rejects.toThrow(
      `placements: ${EUW1} is there already, and is of prod/444455556666/eu-west-1/ecs-fargate/, which somebody has added meanwhile: run this again`,
    );
  });

  it('is for members of the owner, and for what the organisation allows', async () => {
    const { add } = await set({ groups: ['group:default/others'] });
    await expect(add([euw1], {}, true)).rejects.toThrow('not a member');
    const { add: own } = await set();
    await expect(
      own([{ ...euw1, region: 'ap-south-1' }], {}, true),
    ).rejects.toThrow('This is not allowed');
    await expect(own([{ ...euw1, key: 'prod-x' }], {}, true)).rejects.toThrow(
      'pass its output on unchanged',
    );
    expect(await readFileTree(directory.path)).toEqual({});
  });

  it('does the same in a dry run, where nothing may be readable', async () => {
    const { add, repositories } = await set();
    expect(Object.keys((await add([euw1], {}, true)).files)).toContain(EUW1);
    directory.clear();
    repositories.unreadable = new Error('No answer');
    const { outputs, files } = await add([euw1], {}, true);
    expect(files).toEqual({});
    expect(outputs).toMatchObject({ hasChanges: false, isInPlace: false });
  });

  it('adds to 500 placements with one request', async () => {
    const environment = 'prod';
    const many = Array.from({ length: 500 }, (_, index) => ({
      ...use1,
      account: String(200000000000 + index),
      key: `prod-use1-${200000000000 + index}`,
      workspace: `acme/orders-prod-use1-${200000000000 + index}`,
      environment,
    }));
    const services = serviceActionOptions(
      await ordersRepository({ placements: many }),
      { entity: ordersEntity(many) },
    );
    const action = createAddPlacementsAction({
      ...services,
      accounts: anyAccounts(),
      permissionsBoundary: undefined,
      productionEnvironments: ['prod'],
    });
    const { outputs } = await runAction(
      action,
      { componentRef: 'component:default/orders', placements: [euw1] },
      { workspacePath: directory.path },
    );
    expect(services.repositories.requests).toHaveLength(1);
    expect(outputs.placements).toEqual([euw1]);
    const files = await readFileTree(directory.path);
    // Each of them is told of the new Region.
    expect(Object.keys(files)).toHaveLength(504);
  });
});

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  ordersPlacements,
  runAction,
  workspacesAction,
  workspacesInput,
} from '../__testUtils__';
import { SecretFingerprints } from '../secrets';

const KEY = '0123456789abcdef0123456789abcdef';
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const inputWith = (value: string) => ({
  ...workspacesInput,
  placements: [ordersPlacements[0]],
  variables: [
    { key: 'DB_PASSWORD', value, category: 'env', sensitive: true },
    { key: 'size', value: '4', category: 'terraform', hcl: true },
    {
      key: 'LATER',
      value: 'x',
      category: 'env',
      only: [ordersPlacements[0].key],
    },
  ],
});

describe('tfc:workspaces:ensure, with sensitive values', () => {
  async function set(key?: string) {
    const knex = await databases.init('SQLITE_3');
    const database = mockServices.database.mock({
      getClient: async () => knex,
    });
    const create = async (of: string) =>
      SecretFingerprints.create(database, of);
    return {
      ...workspacesAction({
        fingerprints: key === undefined ? undefined : await create(key),
      }),
      withKey: async (of: string) =>
        workspacesAction({ fingerprints: await create(of) }),
    };
  }

  it('writes them once, and again only when they have changed', async () => {
    const { action, tfc, auditor } = await set(KEY);
    const first = await runAction(action, inputWith('hush'));
    expect(tfc.variables['ws-1']).toHaveLength(7);
    tfc.writes = [];
    await runAction(action, inputWith('hush'));
    expect(tfc.writes).toEqual([]);

    const { log } = await runAction(action, inputWith('hush!'));
    expect(tfc.writes).toEqual(['update variable DB_PASSWORD']);
    expect(log[0]).toContain('variable DB_PASSWORD: another value');
    const told = JSON.stringify([first, log, auditor.createEvent.mock.calls]);
    expect(told).not.toContain('hush');
  });

  it('puts back what somebody has changed by hand', async () => {
    const { action, tfc } = await set(KEY);
    await runAction(action, inputWith('hush'));
    const variable = tfc.variables['ws-1'].find(
      ({ key }) => key === 'DB_PASSWORD',
    )!;
    tfc.changeVariable('ws-1', variable.id, { value: 'by hand' });
    tfc.writes = [];
    const { log } = await runAction(action, inputWith('hush'));
    expect(log[0]).toContain('DB_PASSWORD: changed in HCP Terraform');
    expect(variable.value).toBe('hush');
    tfc.writes = [];
    await runAction(action, inputWith('hush'));
    expect(tfc.writes).toEqual([]);
  });

  it('writes them each time without a key, and says so', async () => {
    const { action, tfc } = await set();
    await runAction(action, inputWith('hush'));
    tfc.writes = [];
    const { log } = await runAction(action, inputWith('hush'));
    expect(tfc.writes).toEqual(['update variable DB_PASSWORD']);
    expect(log[0]).toContain(
      'DB_PASSWORD: written each time, as there is no soa.terraform.fingerprintKey',
    );
  });

  it('finds out in a dry run, and does not write', async () => {
    const { action, tfc } = await set(KEY);
    await runAction(action, inputWith('hush'));
    tfc.writes = [];
    const { log } = await runAction(action, inputWith('other'), {
      isDryRun: true,
    });
    expect(log[0]).toContain('would be changed (variable DB_PASSWORD: another');
    expect(tfc.writes).toEqual([]);
  });

  it('keeps a variable sensitive that is so in HCP Terraform', async () => {
    const { action, tfc } = await set(KEY);
    await runAction(action, inputWith('hush'));
    const plain = inputWith('hush');
    plain.variables[0].sensitive = false;
    await runAction(action, plain);
    expect(
      tfc.variables['ws-1'].find(({ key }) => key === 'DB_PASSWORD'),
    ).toMatchObject({ sensitive: true });
    tfc.writes = [];
    await runAction(action, plain);
    expect(tfc.writes).toEqual([]);
  });

  it('writes once what was made sensitive in HCP Terraform', async () => {
    const { action, tfc } = await set(KEY);
    const input = { ...workspacesInput, placements: [ordersPlacements[0]] };
    await runAction(action, input);
    const variable = tfc.variables['ws-1'].find(
      ({ key }) => key === 'placement',
    )!;
    tfc.changeVariable('ws-1', variable.id, { sensitive: true });
    tfc.writes = [];
    await runAction(action, input);
    await runAction(action, input);
    expect(tfc.writes).toEqual(['update variable placement']);
  });

  it.each([
    ['short', 'new', 'variable LATER: another value → "new"'],
    ['long', 'n'.repeat(121), 'variable LATER: another value)'],
    ['of some lines', 'new\nline', 'variable LATER: another value)'],
  ])(
    'tells nothing of what stood there before a value that is %s',
    async (_, value, said) => {
      const { action, tfc, auditor } = await set(KEY);
      await runAction(action, inputWith('hush'));
      const variable = tfc.variables['ws-1'].find(
        ({ key }) => key === 'LATER',
      )!;
      tfc.changeVariable('ws-1', variable.id, { value: 'hush by hand' });
      const input = inputWith('hush');
      input.variables[2].value = value;
      const checkpoints = new Map();
      const { log } = await runAction(action, input, { checkpoints });
      expect(log[0]).toContain(said);
      expect(
        JSON.stringify([log, [...checkpoints], auditor.createEvent.mock.calls]),
      ).not.toContain('hush');
    },
  );

  it('holds no secret in its checkpoints', async () => {
    const { action } = await set(KEY);
    const checkpoints = new Map();
    await runAction(action, inputWith('hush'), { checkpoints });
    expect(JSON.stringify([...checkpoints])).not.toContain('hush');
    expect(checkpoints.size).toBe(1);
  });
});

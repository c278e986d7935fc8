import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { accessing, wishOf } from './__testUtils__/accessing';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const keysUpTo = (number: number) =>
  Array.from({ length: number }, (_, index) => `k${index}`);
const wishes = (keys: readonly string[]) => keys.map(key => wishOf(key));

describe.each(databases.eachSupportedId())('AccessAdvancer on %s', id => {
  let account: Awaited<ReturnType<typeof accessing>>;

  beforeEach(async () => {
    account = await accessing(await databases.init(id));
  });

  it('finds the one entry that a failed run is due to', async () => {
    const { store, hcpTerraform, tick, states, reasons, read } = account;
    hcpTerraform.culprits.add('orders-k2');
    await store.request(wishes(keysUpTo(4)));
    await tick(60);
    expect(await states()).toEqual({
      k0: 'ready',
      k1: 'ready',
      k2: 'failed',
      k3: 'ready',
    });
    expect((await reasons())[2]).toMatch(
      /^The run run-4 .* ended as "errored"/,
    );
    expect(Object.keys(read())).toEqual([
      'orders-k0',
      'orders-k1',
      'orders-k3',
    ]);
    // All, two that are sound, two that are not, and each of those.
    expect(hcpTerraform.runs).toHaveLength(5);
  });

  it('says meanwhile that the entry at fault is looked for', async () => {
    const { store, hcpTerraform, tick, states } = account;
    hcpTerraform.culprits.add('orders-k3');
    await store.request(wishes(keysUpTo(4)));
    while (hcpTerraform.runs.length < 2) {
      await tick();
    }
    expect(await states()).toEqual({
      k0: 'running',
      k1: 'running',
      k2: 'requested',
      k3: 'requested',
    });
    expect((await store.list({})).map(({ suspects }) => suspects)).toEqual([
      'batch-1/1',
      'batch-1/1',
      'batch-1/2',
      'batch-1/2',
    ]);
  });

  it('looks for nobody where a person has discarded the run', async () => {
    const { store, hcpTerraform, workspace, tick, states } = account;
    workspace.autoApply = false;
    await store.request(wishes(keysUpTo(2)));
    await tick(5);
    hcpTerraform.runs[0].status = 'discarded';
    await tick(20);
    expect(await states()).toEqual({ k0: 'failed', k1: 'failed' });
    expect(hcpTerraform.runs).toHaveLength(1);
  });

  it('gives up where no run succeeds, whatever it is for', async () => {
    const { store, hcpTerraform, tick, states, reasons, read } = account;
    hcpTerraform.failing.add('account-baseline');
    await store.request(wishes(keysUpTo(40)));
    await tick(200);
    expect(new Set(Object.values(await states()))).toEqual(new Set(['failed']));
    // All, two halves, and one for nobody.
    expect(hcpTerraform.runs).toHaveLength(4);
    const said = new Set(await reasons());
    expect([...said]).toEqual([
      expect.stringMatching(
        /^The runs of the access workspace .* fail whatever they are for\. The run run-4 .* put right\.$/,
      ),
    ]);
    expect(read()).toEqual({});

    hcpTerraform.failing.clear();
    await store.request(wishes(keysUpTo(40)));
    await tick(10);
    expect(new Set(Object.values(await states()))).toEqual(new Set(['ready']));
    expect(hcpTerraform.runs).toHaveLength(5);
  });

  it('finds those at fault wherever they are', async () => {
    const { store, hcpTerraform, tick, states, reasons } = account;
    const bad = ['k0', 'k2', 'k4', 'k6'];
    bad.forEach(key => hcpTerraform.culprits.add(`orders-${key}`));
    await store.request(wishes(keysUpTo(8)));
    await tick(200);
    expect(await states()).toEqual(
      Object.fromEntries(
        keysUpTo(8).map(key => [key, bad.includes(key) ? 'failed' : 'ready']),
      ),
    );
    expect((await reasons()).join()).not.toContain('whatever they are for');
  });

  it('changes nothing by the run that is for nobody', async () => {
    const { store, hcpTerraform, tick, read, write } = account;
    ['k0', 'k2'].forEach(key => hcpTerraform.culprits.add(`orders-${key}`));
    write('{ "legacy": {} }');
    await store.request(wishes(keysUpTo(4)));
    const written: string[] = [];
    hcpTerraform.beforeWrite = what => written.push(what);
    while (hcpTerraform.runs.length < 4) {
      await tick();
    }
    // Each of the three that failed was put into the variable, and taken out.
    const one = ['variable', 'run', 'variable'];
    expect(written).toEqual([...one, ...one, ...one, 'run']);
    expect(read()).toEqual({ legacy: {} });
    expect(await account.states()).toEqual({
      k0: 'requested',
      k1: 'requested',
      k2: 'requested',
      k3: 'requested',
    });
  });

  it('goes on looking where a person discards the run that is for nobody', async () => {
    const { store, hcpTerraform, workspace, tick, states } = account;
    ['k0', 'k2'].forEach(key => hcpTerraform.culprits.add(`orders-${key}`));
    workspace.autoApply = false;
    await store.request(wishes(keysUpTo(4)));
    while (hcpTerraform.runs.length < 4) {
      await tick();
    }
    await tick(5);
    const [forNobody] = hcpTerraform.runs;
    expect(forNobody.status).toBe('planned');
    forNobody.status = 'discarded';
    workspace.autoApply = true;
    await tick(60);
    expect(await states()).toEqual({
      k0: 'failed',
      k1: 'ready',
      k2: 'failed',
      k3: 'ready',
    });
    expect(hcpTerraform.runs).toHaveLength(8);
  });

  it('takes what is asked for anew out of the suspicion', async () => {
    const { store, hcpTerraform, tick, states } = account;
    hcpTerraform.culprits.add('orders-k0');
    await store.request(wishes(keysUpTo(2)));
    while (hcpTerraform.runs.length < 2) {
      await tick();
    }
    await store.request([wishOf('k1', { project: 'team-pay' })]);
    expect((await store.list({}))[1].suspects).toBeUndefined();
    await tick(20);
    expect(await states()).toEqual({ k0: 'failed', k1: 'ready' });
  });
});

class Crash extends Error {}

describe('AccessAdvancer', () => {
  it('fails who is at fault and nobody else, in few runs', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.nat({ max: 11 }), { maxLength: 12 }),
        fc.array(fc.boolean(), { maxLength: 60 }),
        fc.nat({ max: 20 }),
        async (number, culprits, crashes, later) => {
          const { store, hcpTerraform, advancer, logger, ...account } =
            await accessing(await databases.init('SQLITE_3'));
          const keys = keysUpTo(number);
          const bad = keys.filter((_, index) => culprits.includes(index));
          bad.forEach(key => hcpTerraform.culprits.add(`orders-${key}`));
          const change = store.change.bind(store);
          let records = 0;
          // What was done outside is done, and nothing of it is kept.
          store.change = async (...args) => {
            records += 1;
            if (crashes[records - 1]) {
              throw new Crash();
            }
            return change(...args);
          };
          await store.request(wishes(keys));
          const isOpen = async () =>
            Object.values(await account.states()).some(
              state => state === 'requested' || state === 'running',
            );
          for (let turn = 0; turn < 400; turn += 1) {
            if (turn === later) {
              await store.request([wishOf('later')]);
            } else if (turn > later && !(await isOpen())) {
              break;
            }
            // Two replicas.
            await Promise.all([account.tick(1, 1.1), advancer.run()]);
          }
          expect(await account.states()).toEqual({
            ...Object.fromEntries(
              keys.map(key => [key, bad.includes(key) ? 'failed' : 'ready']),
            ),
            later: 'ready',
          });
          expect(Object.keys(account.read()).sort()).toEqual(
            [...keys.filter(key => !bad.includes(key)), 'later']
              .map(key => `orders-${key}`)
              .sort(),
          );
          const all = number + 1;
          const failed = 1 + bad.length * Math.ceil(Math.log2(all));
          const most = Math.min(2 * failed, 2 * all) + Math.floor(failed / 3);
          expect(hcpTerraform.runs.length).toBeLessThanOrEqual(most);
          const messages = hcpTerraform.runs.map(({ message }) => message);
          expect(new Set(messages).size).toBe(messages.length);
        },
      ),
      { numRuns: 12 },
    );
  }, 120_000);
});

import { TestDatabases } from '@backstage/backend-test-utils';
import { accessing, REMOVER, wishOf } from './__testUtils__/accessing';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('AccessAdvancer on %s', id => {
  let account: Awaited<ReturnType<typeof accessing>>;

  beforeEach(async () => {
    account = await accessing(await databases.init(id));
  });

  /** Has something happen the first time that variables are read. */
  const meanwhile = (happens: () => Promise<void>) => {
    const { hcpTerraform } = account;
    hcpTerraform.afterVariables = async () => {
      hcpTerraform.afterVariables = undefined;
      await happens();
    };
  };

  it('takes away what somebody gives up while its run begins', async () => {
    const { store, tick, read } = account;
    await store.request([wishOf('prod-use1')]);
    meanwhile(() => store.remove([wishOf('prod-use1')], REMOVER));
    await tick(20);
    expect(await store.list({})).toEqual([]);
    expect(read()).toEqual({});
  });

  it('gives what somebody asks for otherwise while its run begins', async () => {
    const { store, tick, read, states } = account;
    await store.request([wishOf('prod-use1')]);
    meanwhile(() =>
      store.request([wishOf('prod-use1', { project: 'team-pay' })]),
    );
    await tick(20);
    expect(await states()).toEqual({ 'prod-use1': 'ready' });
    expect(read()).toMatchObject({
      'orders-prod-use1': { project: 'team-pay' },
    });
  });

  it.each(['asks for otherwise', 'gives up'])(
    'fails nobody for what somebody else %s while their run goes on',
    async how => {
      const { store, hcpTerraform, tick, states } = account;
      hcpTerraform.culprits.add('orders-prod-use1');
      await store.request([wishOf('prod-euw1'), wishOf('prod-use1')]);
      while (hcpTerraform.runs.length < 1) {
        await tick();
      }
      await (how === 'gives up'
        ? store.remove([wishOf('prod-use1')], REMOVER)
        : store.request([wishOf('prod-use1', { project: 'team-pay' })]));
      await tick(40);
      expect(await states()).toEqual({
        'prod-euw1': 'ready',
        ...(how !== 'gives up' && { 'prod-use1': 'failed' }),
      });
    },
  );

  it('fails nobody for what is no longer asked for', async () => {
    const { store, hcpTerraform, tick, states, write } = account;
    write('{ legacy = {} }');
    await store.request([wishOf('prod-use1')]);
    meanwhile(() =>
      store.request([wishOf('prod-use1', { project: 'team-pay' })]),
    );
    await tick();
    expect(await states()).toEqual({ 'prod-use1': 'requested' });
    expect(hcpTerraform.runs).toEqual([]);
  });

  it('lets one replica write the variable at a time', async () => {
    const { store, hcpTerraform, advancer, tick, states } = account;
    let written = 0;
    hcpTerraform.beforeWrite = what => {
      written += what === 'variable' ? 1 : 0;
    };
    await store.request([wishOf('prod-use1')]);
    let reads = 0;
    let goOn = () => {};
    const stalled = new Promise<void>(stall => {
      hcpTerraform.afterVariables = async () => {
        reads += 1;
        // Once to begin the batch, then to write it.
        if (reads === 2) {
          stall();
          await new Promise<void>(resolve => {
            goOn = resolve;
          });
        }
      };
    });
    const slow = advancer.run();
    await stalled;
    await tick(5);
    expect(written).toBe(0);
    goOn();
    await slow;
    await tick(5);
    expect(await states()).toEqual({ 'prod-use1': 'ready' });
    expect(written).toBe(1);
    expect(hcpTerraform.runs).toHaveLength(1);
  });

  it('takes away once what is asked to be taken away again and again', async () => {
    const { store, hcpTerraform, tick } = account;
    await store.request([wishOf('prod-use1'), wishOf('prod-euw1')]);
    await tick(10);
    await store.remove([wishOf('prod-use1')], REMOVER);
    while (hcpTerraform.runs.length < 2) {
      await tick();
    }
    await store.remove([wishOf('prod-use1')], REMOVER);
    await tick(20);
    expect(await account.states()).toEqual({ 'prod-euw1': 'ready' });
    expect(hcpTerraform.runs).toHaveLength(2);
  });

  it('touches no account that somebody else sees to by now', async () => {
    const { store, unmanaged, tick, states, read } = account;
    unmanaged.add('111122223333');
    await store.request([wishOf('prod-use1')]);
    await tick(5);
    expect(await states()).toEqual({ 'prod-use1': 'requested' });
    expect(read()).toBeUndefined();
  });
});

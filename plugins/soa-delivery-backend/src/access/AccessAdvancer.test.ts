import { TestDatabases } from '@backstage/backend-test-utils';
import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import { accessing, REMOVER, wishOf } from './__testUtils__/accessing';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const grant = { project: 'team-shop', runtime: 'ecs-fargate' };

describe.each(databases.eachSupportedId())('AccessAdvancer on %s', id => {
  let account: Awaited<ReturnType<typeof accessing>>;

  beforeEach(async () => {
    account = await accessing(await databases.init(id));
  });

  const request = (...keys: string[]) =>
    account.store.request(keys.map(key => wishOf(key)));

  it('gives several workspaces their access in one run', async () => {
    const { hcpTerraform, tick, states, read } = account;
    await request('prod-use1', 'prod-euw1');
    await tick(5);
    expect(await states()).toEqual({
      'prod-use1': 'ready',
      'prod-euw1': 'ready',
    });
    expect(read()).toEqual({
      'orders-prod-euw1': grant,
      'orders-prod-use1': grant,
    });
    expect(hcpTerraform.variables['ws-account-baseline']).toMatchObject([
      { key: 'access', category: 'terraform', hcl: true },
    ]);
    expect(hcpTerraform.runs).toHaveLength(1);
    expect(hcpTerraform.runs[0].message).toBe(
      'Triggered via Backstage, deploy access batch-1',
    );
  });

  it('has what it writes recorded, and who asked for it', async () => {
    const { store, tick, auditor } = account;
    await request('prod-use1');
    await tick(5);
    await store.remove([wishOf('prod-use1')], REMOVER);
    await tick(5);
    const common = {
      account: '111122223333',
      workspace: 'acme/account-baseline-111122223333',
    };
    const given = {
      ...common,
      batch: 'batch-1',
      grants: ['orders-prod-use1'],
      removals: [],
      requestedBy: ['user:default/guest'],
    };
    const taken = {
      ...common,
      batch: 'batch-2',
      grants: [],
      removals: ['orders-prod-use1'],
      requestedBy: [REMOVER],
    };
    expect(
      auditor.createEvent.mock.calls.map(([{ eventId, meta }]) => [
        eventId,
        meta,
      ]),
    ).toEqual([
      ['access-write', given],
      ['run-start', given],
      ['access-write', taken],
      ['run-start', taken],
    ]);
  });

  it('asks for no list of runs, which is rationed, once one was applied', async () => {
    const { hcpTerraform, tick } = account;
    await request('prod-use1');
    await tick(5);
    hcpTerraform.runs[0].configurationVersionId = 'cv-7';
    hcpTerraform.listsOfRuns = 0;
    await request('prod-euw1');
    await tick(5);
    expect(hcpTerraform.runs[0].configurationVersionId).toBe('cv-7');
    expect(hcpTerraform.runs).toHaveLength(2);
    expect(hcpTerraform.listsOfRuns).toBe(0);
  });

  it('does nothing more for what is asked for again', async () => {
    const { hcpTerraform, tick, states } = account;
    await request('prod-use1');
    await tick(5);
    await request('prod-use1');
    await tick(5);
    expect(await states()).toEqual({ 'prod-use1': 'ready' });
    expect(hcpTerraform.runs).toHaveLength(1);
  });

  it('keeps what somebody else has written', async () => {
    const { tick, write, read, store } = account;
    const foreign = { project: 'x', runtime: 'eks', note: 'by hand' };
    write(JSON.stringify({ legacy: foreign }));
    await request('prod-use1');
    await tick(5);
    expect(read()).toEqual({ legacy: foreign, 'orders-prod-use1': grant });

    await store.remove([wishOf('prod-use1')], REMOVER);
    await tick(5);
    expect(read()).toEqual({ legacy: foreign });
    expect(await store.list({})).toEqual([]);
  });

  it('leaves it to the access workspace whether it applies by itself', async () => {
    const { hcpTerraform, workspace, store, tick, states } = account;
    workspace.autoApply = false;
    await request('prod-use1');
    await tick(5);
    expect(await states()).toEqual({ 'prod-use1': 'running' });
    expect(await store.account('acme', '111122223333')).toMatchObject({
      runStatus: 'planned',
      needsPerson: true,
    });

    await request('prod-euw1');
    await tick(2);
    expect(await states()).toEqual({
      'prod-use1': 'running',
      'prod-euw1': 'requested',
    });
    hcpTerraform.client().applyRun(hcpTerraform.runs[0].id, {});
    await tick(3);
    expect(await states()).toEqual({
      'prod-use1': 'ready',
      'prod-euw1': 'running',
    });
  });

  it('takes out of the variable what somebody has discarded', async () => {
    const { hcpTerraform, workspace, tick, states, reasons, read } = account;
    workspace.autoApply = false;
    await request('prod-use1');
    await tick(5);
    hcpTerraform.runs[0].status = 'discarded';
    await tick(2);
    expect(await states()).toEqual({ 'prod-use1': 'failed' });
    expect(await reasons()).toEqual([
      expect.stringMatching(
        /^Somebody discarded the run run-1 of the access workspace account-baseline-111122223333 .* ask the platform team, then ask again\.$/,
      ),
    ]);
    expect(read()).toEqual({});

    workspace.autoApply = true;
    await request('prod-use1');
    await tick(5);
    expect(await states()).toEqual({ 'prod-use1': 'ready' });
    expect(read()).toEqual({ 'orders-prod-use1': grant });
  });

  it('keeps the access that there was when a change of it fails', async () => {
    const { hcpTerraform, store, tick, states, read } = account;
    await request('prod-use1');
    await tick(5);
    hcpTerraform.failing.add('account-baseline');
    await store.request([wishOf('prod-use1', { project: 'team-pay' })]);
    await tick(5);
    expect(await states()).toEqual({ 'prod-use1': 'failed' });
    expect(read()).toEqual({ 'orders-prod-use1': grant });

    await store.remove([wishOf('prod-use1')], REMOVER);
    await tick(5);
    expect(await states()).toEqual({ 'prod-use1': 'failed' });
    expect(read()).toEqual({ 'orders-prod-use1': grant });
    // What could not be taken away keeps nobody waiting.
    expect(await store.listUnready(new Date())).toEqual([]);
  });

  it('takes an equal entry of others as it is, and refuses another', async () => {
    const { hcpTerraform, tick, write, read, states, reasons } = account;
    const other = { ...grant, project: 'team-pay' };
    const written = { 'orders-prod-use1': grant, 'orders-prod-euw1': other };
    write(JSON.stringify(written));
    hcpTerraform.failing.add('account-baseline');
    await request('prod-use1', 'prod-euw1');
    await tick(5);
    expect(await states()).toEqual({
      'prod-use1': 'failed',
      'prod-euw1': 'failed',
    });
    expect((await reasons())[0]).toMatch(
      /holds \{"project":"team-pay",.*\} for orders-prod-euw1 already, .* correct it there, or remove it\.$/,
    );
    // It was there before, and stays though its run has failed.
    expect(read()).toEqual(written);
  });

  it('has nobody rely on what was never given, and cannot be taken away', async () => {
    const { hcpTerraform, store, tick, states } = account;
    hcpTerraform.failing.add('account-baseline');
    await request('prod-use1');
    await tick(5);
    await store.remove([wishOf('prod-use1')], REMOVER);
    await tick(5);
    expect(await states()).toEqual({ 'prod-use1': 'failed' });
    expect(await store.listUnready(new Date())).toMatchObject([
      { workspace: 'orders-prod-use1', wish: 'absent' },
    ]);
  });

  it('leaves what others have written when nobody asks for it any more', async () => {
    const { hcpTerraform, store, tick, write, read, states } = account;
    const others = { ...grant, project: 'team-pay' };
    const written = { 'orders-prod-use1': others };
    write(JSON.stringify(written));
    await request('prod-use1');
    await store.remove([wishOf('prod-use1')], REMOVER);
    await tick(5);
    expect(await states()).toEqual({});

    // It was refused first.
    await request('prod-use1');
    await tick(2);
    expect(await states()).toEqual({ 'prod-use1': 'failed' });
    const [refused] = await store.list({});
    await store.abandoned.release(refused);
    await tick(5);
    expect(await states()).toEqual({});
    expect(read()).toEqual(written);
    expect(hcpTerraform.runs).toEqual([]);
  });

  it('goes on with the others where one is not to be taken away', async () => {
    const { store, tick, write, read, states } = account;
    const others = { ...grant, project: 'team-pay' };
    write(JSON.stringify({ 'orders-prod-use1': others }));
    await request('prod-use1', 'prod-euw1');
    await store.remove([wishOf('prod-use1')], REMOVER);
    await tick(5);
    expect(await states()).toEqual({ 'prod-euw1': 'ready' });
    expect(read()).toEqual({
      'orders-prod-use1': others,
      'orders-prod-euw1': grant,
    });
  });

  it.each([
    ['{ legacy = {} }', /not written as a JSON object/],
    ['[]', /not written as a JSON object/],
  ])('overwrites nothing that it cannot read: %s', async (value, reason) => {
    const { hcpTerraform, tick, write, reasons } = account;
    write(value);
    await request('prod-use1');
    await tick(2);
    expect(await reasons()).toEqual([expect.stringMatching(reason)]);
    expect(hcpTerraform.runs).toEqual([]);
    expect(hcpTerraform.variables['ws-account-baseline'][0].value).toBe(value);
  });

  it('says whose access workspace is missing, or which ones there are', async () => {
    const { hcpTerraform, workspace, tick, reasons } = account;
    hcpTerraform.workspaces = [];
    await request('prod-use1');
    await tick();
    expect(await reasons()).toEqual([
      expect.stringMatching(
        /^The account 111122223333 has no access workspace in acme, .* the platform team makes it with the template account-baseline\.$/,
      ),
    ]);
    hcpTerraform.workspaces = [
      workspace,
      { ...workspace, id: 'ws-2', name: 'copy' },
      // Of another component of this name.
      {
        ...workspace,
        name: 'other',
        tagBindings: { ...workspace.tagBindings, 'soa-namespace': 'x' },
      },
    ];
    await request('prod-use1');
    await tick();
    expect(await reasons()).toEqual([
      expect.stringContaining(
        'more than one access workspace in acme (account-baseline-111122223333, copy)',
      ),
    ]);
  });

  it('waits until the access workspace has been applied', async () => {
    const { workspace, store, tick, states } = account;
    workspace.resourceCount = 0;
    await request('prod-use1');
    await tick();
    expect(await states()).toEqual({ 'prod-use1': 'requested' });
    expect(await store.account('acme', '111122223333')).toMatchObject({
      error:
        'The access workspace account-baseline-111122223333 has not been applied yet. It is tried again.',
    });
    workspace.resourceCount = 12;
    await tick(5, 1);
    expect(await states()).toEqual({ 'prod-use1': 'ready' });
    expect(await store.account('acme', '111122223333')).toMatchObject({
      error: undefined,
      failedAttempts: 0,
    });
  });

  it('applies what is in place, and nothing that was uploaded since', async () => {
    const { hcpTerraform, tick } = account;
    const run = {
      workspaceId: 'ws-account-baseline',
      message: '',
      isConfirmable: false,
    };
    hcpTerraform.runs.push(
      {
        ...run,
        id: 'run-a',
        status: 'planned',
        configurationVersionId: 'cv-new',
      },
      {
        ...run,
        id: 'run-b',
        status: 'planned_and_finished',
        planOnly: true,
        configurationVersionId: 'cv-tried',
      },
      {
        ...run,
        id: 'run-c',
        status: 'applied',
        configurationVersionId: 'cv-1',
      },
    );
    await request('prod-use1');
    await tick();
    expect(hcpTerraform.runs[0]).toMatchObject({
      message: expect.stringContaining('deploy access'),
      configurationVersionId: 'cv-1',
    });
  });

  it('applies nothing where what is in place is not to be found', async () => {
    const { hcpTerraform, tick, states, reasons, read } = account;
    for (let index = 0; index < 100; index += 1) {
      hcpTerraform.runs.push({
        id: `run-${index}`,
        workspaceId: 'ws-account-baseline',
        status: 'discarded',
        isConfirmable: false,
        configurationVersionId: 'cv-refused',
      });
    }
    await request('prod-use1');
    await tick(4);
    expect(await states()).toEqual({ 'prod-use1': 'failed' });
    expect((await reasons())[0]).toMatch(/^None of the newest 100 runs/);
    expect(hcpTerraform.runs).toHaveLength(100);
    expect(read()).toEqual({});
  });

  it('doubles nothing when two replicas go on at once', async () => {
    const { hcpTerraform, advancer, tick, states, logger } = account;
    await request('prod-use1');
    for (let turn = 0; turn < 6; turn += 1) {
      await Promise.all([advancer.run(), advancer.run(), tick()]);
    }
    expect(await states()).toEqual({ 'prod-use1': 'ready' });
    expect(hcpTerraform.runs).toHaveLength(1);
    expect(logger.error).not.toHaveBeenCalled();
  });

  it('tries again what HCP Terraform did not answer', async () => {
    const { hcpTerraform, tick, states, store } = account;
    hcpTerraform.refusal = new HcpTerraformError('unavailable', 'No answer');
    await request('prod-use1');
    await tick();
    expect(await states()).toEqual({ 'prod-use1': 'running' });
    expect(await store.account('acme', '111122223333')).toMatchObject({
      step: 'starting',
      error: 'No answer. It is tried again.',
    });
    hcpTerraform.refusal = undefined;
    await tick(5, 1.1);
    expect(await states()).toEqual({ 'prod-use1': 'ready' });
    expect(hcpTerraform.runs).toHaveLength(1);
  });

  it('forgets that a run was not told once it is told again, as it was', async () => {
    const { hcpTerraform, workspace, store, tick, states } = account;
    workspace.autoApply = false;
    await request('prod-use1');
    await tick(5);
    const waiting = await store.account('acme', '111122223333');
    expect(waiting).toMatchObject({ runStatus: 'planned', needsPerson: true });
    for (let day = 0; day < 3; day += 1) {
      hcpTerraform.errors = [new HcpTerraformError('unavailable', 'No answer')];
      await tick(1, 25 * 60);
      expect(await store.account('acme', '111122223333')).toMatchObject({
        error: 'No answer. It is tried again.',
        failedAttempts: 1,
      });
      await tick(1, 1);
      expect(await store.account('acme', '111122223333')).toEqual({
        ...waiting,
        version: expect.any(Number),
      });
    }
    expect(await states()).toEqual({ 'prod-use1': 'running' });
    // A look at which nothing is new is not kept.
    const { version } = (await store.account('acme', '111122223333'))!;
    await tick(3);
    expect(await store.account('acme', '111122223333')).toMatchObject({
      version,
    });
  });

  it('puts the variable back when the run is refused', async () => {
    const { hcpTerraform, tick, states, reasons, read } = account;
    hcpTerraform.refusal = new HcpTerraformError('invalid', 'No such version');
    await request('prod-use1');
    await tick(2);
    expect(await states()).toEqual({ 'prod-use1': 'failed' });
    expect(await reasons()).toEqual(['No such version.']);
    expect(read()).toEqual({});
  });

  it('has what is asked for in the meantime wait for the next run', async () => {
    const { hcpTerraform, store, tick, states, read } = account;
    await request('prod-use1');
    await tick(2);
    await store.request([wishOf('prod-use1', { project: 'team-pay' })]);
    await tick(3);
    expect(await states()).toEqual({ 'prod-use1': 'running' });
    await tick(4);
    expect(await states()).toEqual({ 'prod-use1': 'ready' });
    expect(read()).toEqual({
      'orders-prod-use1': { ...grant, project: 'team-pay' },
    });
    expect(hcpTerraform.runs).toHaveLength(2);
  });
});

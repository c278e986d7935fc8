import { TestDatabases } from '@backstage/backend-test-utils';
import { requestOf } from '../__testUtils__/requestOf';
import { AccessHolds } from '../access';
import { wishOf } from '../access/__testUtils__/accessing';
import { advancing } from './__testUtils__/advancing';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const setUp = async (options?: { maxConcurrent?: number }) =>
  advancing(await databases.init('SQLITE_3'), options);

describe('RolloutAdvancer', () => {
  it('takes all placements to applied, with the same bytes', async () => {
    const { tick, rollout, hcpTerraform, read } = await setUp();
    await tick(10);
    expect(await rollout()).toMatchObject({
      state: 'applied',
      message: 'All 2 placements are applied.',
    });
    expect(hcpTerraform.applied).toBe(2);
    expect(hcpTerraform.uploads.map(String)).toEqual(['archive', 'archive']);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('has every write recorded, and for whom it was', async () => {
    const { tick, auditor, rollout, hcpTerraform } = await setUp({
      maxConcurrent: 1,
    });
    hcpTerraform.failing.add('orders-prod-euw1');
    await tick(15);
    const { id } = await rollout();
    const written = auditor.createEvent.mock.calls.map(
      ([{ eventId, meta }]) => [eventId, meta],
    );
    const common = {
      rolloutId: id,
      componentRef: 'component:default/orders',
      initiator: 'user:default/guest',
    };
    const first = { ...common, workspace: 'acme/orders-prod-use1' };
    const second = { ...common, workspace: 'acme/orders-prod-euw1' };
    expect(written).toEqual([
      ['configuration-upload', first],
      ['run-start', first],
      ['run-confirm', { ...first, runId: 'run-1' }],
      ['configuration-upload', second],
      ['run-start', second],
    ]);
    const ends = await Promise.all(
      auditor.createEvent.mock.results.map(({ value }) => value),
    );
    expect(ends.map(end => end.success.mock.calls)).toEqual([
      [[{ meta: { configurationVersionId: 'cv-1' } }]],
      [[{ meta: { runId: 'run-1' } }]],
      [[{ meta: undefined }]],
      [[{ meta: { configurationVersionId: 'cv-1' } }]],
      [[{ meta: { runId: 'run-2' } }]],
    ]);
  });

  it('has writes that failed recorded, too', async () => {
    const { tick, auditor, hcpTerraform } = await setUp({ maxConcurrent: 1 });
    hcpTerraform.refusal = new Error('no runs today');
    await tick(4);
    const [, start] = await Promise.all(
      auditor.createEvent.mock.results.map(({ value }) => value),
    );
    expect(start.fail).toHaveBeenCalledWith({ error: hcpTerraform.refusal });
    expect(start.success).not.toHaveBeenCalled();
  });

  it('is joined by nobody who asks while its source is read', async () => {
    const { store, tick, rollout, read } = await setUp();
    const first = await rollout();
    const guest = 'user:default/guest';
    expect((await store.insert(requestOf(), guest)).id).toBe(first.id);
    let second = first;
    read.mockImplementationOnce(async () => {
      second = await store.insert(requestOf(), guest);
      return Buffer.from('older');
    });
    await tick(10);
    expect(second.id).not.toBe(first.id);
    expect(await rollout(second.id)).toMatchObject({ state: 'applied' });
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('begins no more after a failure, and says what was not done', async () => {
    const { tick, rollout, states, hcpTerraform } = await setUp({
      maxConcurrent: 1,
    });
    hcpTerraform.failing.add('orders-prod-use1');
    await tick(10);
    expect(await states()).toEqual(['failed', 'skipped']);
    expect(await rollout()).toMatchObject({
      state: 'failed',
      message: 'Failed: prod-use1; nothing was applied; not begun: prod-euw1.',
    });
    expect(hcpTerraform.runs).toHaveLength(1);
  });

  it('begins no more once somebody has discarded a run', async () => {
    const { tick, rollout, states, hcpTerraform } = await setUp({
      maxConcurrent: 1,
    });
    await tick(3);
    hcpTerraform.runs[0].status = 'discarded';
    await tick(3);
    expect(await states()).toEqual(['canceled', 'skipped']);
    expect(await rollout()).toMatchObject({
      state: 'canceled',
      targets: [
        { error: expect.stringContaining('Somebody discarded the run run-1') },
        {},
      ],
    });
    expect(hcpTerraform.runs).toHaveLength(1);
  });

  it('lets nothing wait for the deploy access of another placement', async () => {
    const { hold, tick, states } = await setUp({ maxConcurrent: 1 });
    const wanting = {
      ...wishOf('prod-use1'),
      requestedAt: '',
      queuedAt: '',
      revision: 0,
    };
    hold(
      new AccessHolds([{ ...wanting, wish: 'present', state: 'requested' }]),
    );
    await tick(10);
    expect(await states()).toEqual(['waiting', 'applied']);
    hold(AccessHolds.none);
    await tick(10);
    expect(await states()).toEqual(['applied', 'applied']);
  });

  it('begins with the first wave, and goes on once all of it is applied', async () => {
    const { store, tick, rollout, hcpTerraform } = await setUp();
    await tick(10);
    const { id } = await store.insert(
      requestOf({ waves: [['prod-euw1']] }),
      'user:default/guest',
    );
    const states = async () =>
      (await rollout(id)).targets.map(({ state }) => state);
    const seen = new Set<string>();
    for (let turn = 0; (await rollout(id)).state === 'running'; turn += 1) {
      const [second, first] = await states();
      seen.add(first === 'applied' ? 'first is applied' : second);
      await tick();
    }
    expect([...seen]).toEqual(['waiting', 'first is applied']);
    expect(await states()).toEqual(['applied', 'applied']);
    expect(hcpTerraform.applied).toBe(4);
  });

  it('begins nothing of the waves after one that has failed', async () => {
    const { store, tick, rollout, hcpTerraform } = await setUp();
    await tick(10);
    hcpTerraform.failing.add('orders-prod-euw1');
    const { id } = await store.insert(
      requestOf({ waves: [['prod-euw1']] }),
      'user:default/guest',
    );
    await tick(10);
    expect(await rollout(id)).toMatchObject({
      state: 'failed',
      message: 'Failed: prod-euw1; nothing was applied; not begun: prod-use1.',
    });
  });

  it('finishes what is under way when another placement fails', async () => {
    const { tick, states, hcpTerraform } = await setUp();
    hcpTerraform.failing.add('orders-prod-use1');
    await tick(10);
    expect(await states()).toEqual(['failed', 'applied']);
  });

  it('doubles nothing when two replicas go on at once', async () => {
    const { store, advancer, hcpTerraform, tick, rollout, logger } =
      await setUp();
    for (let turn = 0; turn < 20; turn += 1) {
      await Promise.all([advancer.run(), advancer.run(), tick()]);
    }
    expect((await rollout()).state).toBe('applied');
    expect(hcpTerraform.runs).toHaveLength(2);
    expect(hcpTerraform.applied).toBe(2);
    expect(await store.listRunning()).toEqual([]);
    expect(logger.error).not.toHaveBeenCalled();
  });
});

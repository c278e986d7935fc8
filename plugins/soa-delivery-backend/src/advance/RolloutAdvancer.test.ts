import { TestDatabases } from '@backstage/backend-test-utils';
import type { RolloutRequest } from '@backstage-soa/plugin-soa-common';
import { placementOf } from '../__testUtils__/requestOf';
import { rolloutWish } from '../__testUtils__/rolloutWish';
import { AccessHolds } from '../access';
import { wishOf } from '../access/__testUtils__/accessing';
import { advancing } from './__testUtils__/advancing';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const setUp = async (options?: {
  maxConcurrent?: number;
  request?: Partial<RolloutRequest>;
}) => advancing(await databases.init('SQLITE_3'), options);

const FIRST_EUW1 = {
  stages: [{ environment: 'prod', waves: [{ region: 'eu-west-1' }] }],
};

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
      ['run-start', { ...first, purpose: 'apply' }],
      ['configuration-upload', second],
      ['run-start', { ...second, purpose: 'apply' }],
      ['run-end', { ...first, runId: 'run-1' }],
    ]);
    const ends = await Promise.all(
      auditor.createEvent.mock.results.map(({ value }) => value),
    );
    expect(ends.map(end => end.success.mock.calls)).toEqual([
      [[{ meta: { configurationVersionId: 'cv-1' } }]],
      [[{ meta: { runId: 'run-1' } }]],
      [[{ meta: { configurationVersionId: 'cv-1' } }]],
      [[{ meta: { runId: 'run-2' } }]],
      [[{ meta: undefined }]],
    ]);
  });

  it('has it recorded what it confirms', async () => {
    const { tick, auditor } = await setUp({
      request: { placements: [placementOf('us-east-1', 'use1')] },
    });
    await tick(10);
    expect(
      auditor.createEvent.mock.calls.map(([{ eventId, meta }]) => [
        eventId,
        meta?.purpose,
        meta?.runId,
      ]),
    ).toEqual([
      ['configuration-upload', undefined, undefined],
      ['run-start', 'apply', undefined],
      ['run-confirm', 'apply', 'run-1'],
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
    expect((await store.insert(rolloutWish(), guest)).id).toBe(first.id);
    let second = first;
    read.mockImplementationOnce(async () => {
      second = await store.insert(rolloutWish(), guest);
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
      message:
        'prod: 1 of 2 placements failed. Failed: prod-use1; not begun: prod-euw1; nothing was applied.',
    });
    expect(hcpTerraform.runs).toHaveLength(1);
  });

  it('begins no more once somebody has discarded a run', async () => {
    const { tick, rollout, states, hcpTerraform } = await setUp({
      maxConcurrent: 1,
    });
    await tick();
    hcpTerraform.runs[0].status = 'discarded';
    await tick(3);
    expect(await states()).toEqual(['canceled', 'skipped']);
    expect(await rollout()).toMatchObject({
      state: 'canceled',
      message:
        'prod: 1 of 2 placements were stopped by somebody. Canceled: prod-use1; not begun: prod-euw1; nothing was applied.',
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

  it('applies the first wave first, and goes on once all of it is applied', async () => {
    const { tick, rollout, states, hcpTerraform } = await setUp({
      request: { plan: FIRST_EUW1 },
    });
    // Of the one of the first wave, whenever the other was being applied.
    const seen = new Set<string>();
    const isApplied = ['confirming', 'applying', 'applied'];
    for (let turn = 0; (await rollout()).state === 'running'; turn += 1) {
      const [second, first] = await states();
      seen.add(isApplied.includes(second) ? first : 'before');
      await tick();
    }
    expect([...seen]).toEqual(['before', 'applied']);
    expect(await states()).toEqual(['applied', 'applied']);
    expect(hcpTerraform.applied).toBe(2);
    // What comes later is planned beforehand, by a run that cannot apply.
    expect(hcpTerraform.runs.filter(({ planOnly }) => planOnly)).toMatchObject([
      { workspaceId: 'ws-orders-prod-use1' },
    ]);
  });

  it('applies nothing before all is planned', async () => {
    const { tick, hcpTerraform, rollout } = await setUp({
      request: { plan: FIRST_EUW1 },
    });
    const stuck = 'ws-orders-prod-use1';
    for (let turn = 0; turn < 6; turn += 1) {
      await tick();
      hcpTerraform.runs
        .filter(({ workspaceId }) => workspaceId === stuck)
        .forEach(run => {
          run.status = 'pending';
        });
    }
    expect(await rollout()).toMatchObject({
      planned: false,
      targets: [{ phase: 'plan' }, { phase: 'apply', state: 'confirming' }],
    });
    expect(hcpTerraform.applied).toBe(0);
    await tick(15);
    expect(await rollout()).toMatchObject({ planned: true, state: 'applied' });
  });

  it('begins nothing of the waves after one that has failed', async () => {
    const { tick, rollout, hcpTerraform } = await setUp({
      request: { plan: FIRST_EUW1 },
    });
    hcpTerraform.failing.add('orders-prod-euw1');
    await tick(10);
    expect(await rollout()).toMatchObject({
      state: 'failed',
      message:
        'prod: 1 of 2 placements failed. Failed: prod-euw1; not begun: prod-use1; nothing was applied.',
    });
    expect(hcpTerraform.applied).toBe(0);
  });

  it('ends what is not confirmed yet when another placement fails', async () => {
    const { tick, states, hcpTerraform } = await setUp();
    hcpTerraform.failing.add('orders-prod-use1');
    await tick(10);
    expect(await states()).toEqual(['failed', 'canceled']);
    expect(hcpTerraform.applied).toBe(0);
    // Nothing is left that others wait behind.
    expect(hcpTerraform.runs.map(({ status }) => status).sort()).toEqual([
      'discarded',
      'errored',
    ]);
  });

  it('finishes what applies when another placement fails', async () => {
    const { tick, states, hcpTerraform } = await setUp();
    hcpTerraform.failingToApply.add('orders-prod-use1');
    await tick(15);
    expect(await states()).toEqual(['failed', 'applied']);
  });

  it('gives back what was there before where the stage says so', async () => {
    const { tick, rollout, hcpTerraform } = await setUp({
      request: {
        plan: { defaults: { onFailure: 'roll-back' } },
      },
    });
    hcpTerraform.runs.push(
      ...['use1', 'euw1'].map(region => ({
        id: `run-before-${region}`,
        workspaceId: `ws-orders-prod-${region}`,
        configurationVersionId: `cv-before-${region}`,
        status: 'applied',
        isConfirmable: false,
      })),
    );
    hcpTerraform.failingToApply.add('orders-prod-use1');
    await tick(8);
    hcpTerraform.failingToApply.clear();
    await tick(15);
    expect(await rollout()).toMatchObject({
      state: 'rolled-back',
      message:
        'prod: 1 of 2 placements failed. Rolled back: prod-use1, prod-euw1.',
    });
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
    expect(await store.listActive()).toEqual([]);
    expect(logger.error).not.toHaveBeenCalled();
  });
});

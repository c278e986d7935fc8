import { TestDatabases } from '@backstage/backend-test-utils';
import type { RolloutRequest } from '@backstage-soa/plugin-soa-common';
import { placementOf } from '../__testUtils__/requestOf';
import { advancing } from './__testUtils__/advancing';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const USE1 = 'orders-prod-use1';
const EUW1 = 'orders-prod-euw1';
const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const OLDER = 'fedcba9876543210fedcba9876543210fedcba98';

const ONLY_USE1 = { placements: [placementOf('us-east-1', 'use1')] };
const IN_TURN = {
  plan: {
    stages: [{ environment: 'prod', regionConcurrency: 'sequential' as const }],
  },
};

const setUp = async (request: Partial<RolloutRequest> = ONLY_USE1) => {
  const setting = await advancing(await databases.init('SQLITE_3'), {
    request,
  });
  setting.hcpTerraform.repository = 'shop/orders';
  setting.readCommit.mockResolvedValue(COMMIT);
  return setting;
};

describe('what was pushed to workspaces that are linked to a repository', () => {
  it('is confirmed in the order of the waves, in its own runs', async () => {
    const { hcpTerraform, tick, rollout, read, readCommit } = await setUp(
      IN_TURN,
    );
    const first = hcpTerraform.push(EUW1, COMMIT);
    const second = hcpTerraform.push(USE1, COMMIT);
    const order: string[] = [];
    hcpTerraform.beforeWrite = what => {
      if (what === 'apply') {
        order.push(`${first.status}, ${second.status}`);
      }
    };
    await tick(20);
    expect(await rollout()).toMatchObject({
      state: 'applied',
      targets: expect.arrayContaining([
        expect.objectContaining({ runId: first.id }),
        expect.objectContaining({ runId: second.id }),
      ]),
    });
    expect(order).toHaveLength(2);
    expect(order.filter(one => one.includes('applied'))).toHaveLength(1);
    expect(hcpTerraform.runs.filter(run => !run.planOnly)).toHaveLength(2);
    expect(hcpTerraform.uploads).toEqual([]);
    expect(read).not.toHaveBeenCalled();
    expect(readCommit).toHaveBeenCalledTimes(1);
  });

  it('is looked for once, and what is pushed after its plan is not applied', async () => {
    const { hcpTerraform, tick, rollout, store } = await setUp({
      ...ONLY_USE1,
      plan: {
        stages: [
          { environment: 'prod', approval: { group: 'group:default/team' } },
        ],
      },
    });
    const run = hcpTerraform.push(USE1, COMMIT);
    await tick(4);
    const planned = await rollout();
    expect(planned.planned).toBe(true);
    const newer = hcpTerraform.push(USE1, OLDER);
    await store.change(planned, {
      approvals: new Map([[planned.approvals[0].id, { state: 'approved' }]]),
    });
    await tick(10);
    const { state, targets } = await rollout();
    expect(state).toBe('applied');
    expect(targets[0]).toMatchObject({
      runId: run.id,
      configurationVersionId: run.configurationVersionId,
    });
    expect(newer.status).toBe('pending');
    expect(hcpTerraform.listsOfVersions).toBe(1);
  });

  it('is waited for, and is no pull request', async () => {
    const { hcpTerraform, tick, rollout } = await setUp();
    hcpTerraform.push(USE1, OLDER);
    hcpTerraform.push(USE1, COMMIT, true);
    await tick(3);
    const [waiting] = (await rollout()).targets;
    expect(waiting).toMatchObject({
      state: 'preparing',
      error: expect.stringMatching(
        /^The workspace has not got commit 0123456789ab of shop\/orders yet: .* It is tried again\.$/,
      ),
    });
    const run = hcpTerraform.push(USE1, COMMIT);
    await tick(10, 10);
    expect((await rollout()).targets[0]).toMatchObject({
      state: 'applied',
      runId: run.id,
      error: undefined,
    });
  });

  it('gets runs of the rollout where its own have been discarded', async () => {
    const { hcpTerraform, tick, rollout } = await setUp(IN_TURN);
    const runs = [USE1, EUW1].map(name => hcpTerraform.push(name, COMMIT));
    runs.forEach(run => {
      run.status = 'discarded';
    });
    await tick(20);
    const { state, targets } = await rollout();
    expect(state).toBe('applied');
    expect(hcpTerraform.applied).toBe(2);
    expect(targets.map(one => one.configurationVersionId).sort()).toEqual(
      runs.map(one => one.configurationVersionId).sort(),
    );
    expect(hcpTerraform.uploads).toEqual([]);
  });

  it('is ended where the rollout is canceled', async () => {
    const { hcpTerraform, tick, rollout, store } = await setUp();
    const run = hcpTerraform.push(USE1, COMMIT);
    await tick(2);
    expect((await rollout()).targets[0].runId).toBe(run.id);
    await store.change(await rollout(), {
      rollout: { state: 'canceling', failure: 'Canceled' },
    });
    await tick(3);
    expect(await rollout()).toMatchObject({ state: 'canceled' });
    expect(['discarded', 'canceled']).toContain(run.status);
  });

  it('is not known where the source says no commit', async () => {
    const { hcpTerraform, tick, rollout, readCommit } = await setUp();
    readCommit.mockResolvedValue(undefined);
    hcpTerraform.push(USE1, COMMIT);
    await tick(5);
    expect((await rollout()).targets[0]).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('name the commit in it'),
    });
    expect(hcpTerraform.applied).toBe(0);
  });
});

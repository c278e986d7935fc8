import type {
  HcpTerraformClient,
  HcpTerraformPlan,
  HcpTerraformRun,
} from '@backstage-soa/plugin-soa-node';
import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type { RolloutRecord, TargetRecord } from '../store';
import { contextOf } from './__testUtils__/contextOf';
import { recordOf } from './__testUtils__/recordOf';
import { targetOf } from './__testUtils__/targetOf';
import { followRun } from './followRun';

const PLAN: HcpTerraformPlan = {
  id: 'plan-1',
  status: 'finished',
  resourceAdditions: 2,
  resourceChanges: 1,
};

/** Follows a run that is as given. */
async function follow(
  run: Partial<HcpTerraformRun> | undefined,
  change: Partial<TargetRecord> = {},
  {
    destroys,
    conflict,
    rollout,
  }: {
    destroys?:
      | Awaited<ReturnType<HcpTerraformClient['listPlannedChanges']>>
      | Error;
    conflict?: boolean;
    rollout?: Partial<RolloutRecord>;
  } = {},
) {
  const applyRun = jest.fn(async () => {
    if (conflict) {
      throw new HcpTerraformError('conflict', 'not waiting', 409);
    }
  });
  const getPlan = jest.fn(async () => ({
    ...PLAN,
    resourceDestructions: destroys ? 1 : 0,
  }));
  const listPlannedChanges = jest.fn(async () => {
    if (destroys instanceof Error) {
      throw destroys;
    }
    return destroys;
  });
  const client: Partial<HcpTerraformClient> = {
    getRun: async id =>
      run && {
        id,
        status: 'planning',
        planId: 'plan-1',
        isConfirmable: false,
        ...run,
      },
    getPlan,
    listPlannedChanges,
    applyRun,
  };
  const target = targetOf({ state: 'planning', runId: 'run-1', ...change });
  const result = await followRun(
    target,
    contextOf(client as HcpTerraformClient, {
      rollout: recordOf([target], rollout),
    }),
  );
  return { result, applyRun, getPlan, listPlannedChanges };
}

const plan = {
  add: 2,
  change: 1,
  destroy: 0,
  import: 0,
  statefulDestroys: [],
};
const NOW = '1970-01-01T00:00:00.000Z';
const planned = { status: 'planned', isConfirmable: true };

describe('followRun', () => {
  it('has nothing to say while nothing has changed', async () => {
    const { result, getPlan } = await follow({}, { runStatus: 'planning' });
    expect(result).toEqual({});
    expect(getPlan).not.toHaveBeenCalled();
  });

  it('tells what is planned, and waits until that is decided on', async () => {
    for (const state of ['planning', 'confirming'] as const) {
      const { result, applyRun } = await follow(planned, { state });
      expect(result).toEqual({
        state: 'confirming',
        runStatus: 'planned',
        nextAttemptAt: '1970-01-01T00:01:00.000Z',
        ...(state === 'planning' && { plan, planError: undefined }),
      });
      expect(applyRun).not.toHaveBeenCalled();
    }
  });

  it('asks for no plan that has come with the run', async () => {
    const included = { ...PLAN, resourceAdditions: 5 };
    const { result, getPlan } = await follow({ ...planned, plan: included });
    expect(result).toMatchObject({ plan: { ...plan, add: 5 } });
    expect(getPlan).not.toHaveBeenCalled();
  });

  it('has the run apply once that is decided, and tells it once', async () => {
    const confirmed = {
      state: 'applying',
      runStatus: 'planned',
      confirmedAt: NOW,
    } as const;
    const first = await follow({ status: 'planned' }, confirmed);
    expect(first.applyRun).toHaveBeenCalledTimes(1);
    expect(first.result).toEqual({ runStatus: 'confirmed' });
    const second = await follow(
      { status: 'applying' },
      { ...confirmed, ...first.result },
    );
    expect(second.applyRun).not.toHaveBeenCalled();
    expect(second.result).toEqual({ state: 'applying', runStatus: 'applying' });
  });

  it('looks how far a run is that does not wait to be told any more', async () => {
    const { result } = await follow(
      { status: 'discarded' },
      { state: 'applying', runStatus: 'planned', confirmedAt: NOW },
      { conflict: true },
    );
    expect(result).toMatchObject({ state: 'canceled', runStatus: 'discarded' });
  });

  it('goes along with a run that somebody has confirmed', async () => {
    const { result, applyRun } = await follow({ status: 'apply_queued' });
    expect(result).toEqual({
      state: 'applying',
      runStatus: 'apply_queued',
      confirmedAt: NOW,
      plan,
      planError: undefined,
    });
    expect(applyRun).not.toHaveBeenCalled();
  });

  it('is done where there was nothing to change', async () => {
    const { result, applyRun, getPlan } = await follow({
      status: 'planned_and_finished',
      hasChanges: false,
    });
    expect(result).toEqual({
      state: 'applied',
      runStatus: 'planned_and_finished',
      plan: { add: 0, change: 0, destroy: 0, import: 0 },
      planError: undefined,
    });
    expect(getPlan).not.toHaveBeenCalled();
    expect(applyRun).not.toHaveBeenCalled();
  });

  it('goes back to where a policy has put the run', async () => {
    const { result, applyRun } = await follow(
      { status: 'policy_override' },
      { state: 'confirming', runStatus: 'planned', plan },
    );
    expect(result).toEqual({ state: 'planning', runStatus: 'policy_override' });
    expect(applyRun).not.toHaveBeenCalled();
  });

  it.each([
    [
      'discarded',
      'canceled',
      /^Somebody discarded the run run-1 .* not applied/,
    ],
    ['canceled', 'canceled', /^Somebody canceled the run run-1/],
    ['force_canceled', 'canceled', /^Somebody canceled the run run-1/],
    ['errored', 'failed', /^The run ended as "errored": its log .* says why/],
  ])('ends with a run that is %s', async (status, state, says) => {
    const { result } = await follow({ status }, { state: 'applying' });
    expect(result).toEqual({
      state,
      runStatus: status,
      error: expect.stringMatching(says),
    });
  });

  it('fails where the run is gone', async () => {
    const { result } = await follow(undefined);
    expect(result).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('run-1 is not to be found'),
    });
  });

  it.each([
    ['apply', 'apply', 'applied'],
    ['roll-back', 'apply', 'rolled-back'],
    ['destroy', 'apply', 'destroyed'],
    ['destroy', 'destroy', 'deleting'],
  ] as const)(
    'ends a %s in a rollout that is to %s as %s',
    async (phase, operation, state) => {
      const { result } = await follow(
        { status: 'applied' },
        { state: 'applying', phase, runStatus: 'applying', confirmedAt: NOW },
        { rollout: { operation } },
      );
      expect(result).toEqual({ state, runStatus: 'applied' });
    },
  );

  it('goes on to what is to be applied once it is planned', async () => {
    const { result } = await follow(
      { status: 'planned_and_finished', planOnly: true },
      { phase: 'plan', runStatus: 'planning' },
    );
    expect(result).toMatchObject({
      phase: 'apply',
      state: 'waiting',
      runId: undefined,
      runRequestedAt: undefined,
      plan,
      pastRuns: [
        { purpose: 'plan', id: 'run-1', status: 'planned_and_finished' },
      ],
    });
  });

  it('goes on where it could not be planned, and says why', async () => {
    const { result } = await follow(
      { status: 'errored', planOnly: true },
      { phase: 'plan' },
      { rollout: { operation: 'destroy' } },
    );
    expect(result).toMatchObject({
      phase: 'destroy',
      state: 'waiting',
      planError: expect.stringMatching(/^The run ended as "errored"/),
    });
    expect(result).not.toHaveProperty('error');
  });

  it('waits while it is planned', async () => {
    const { result } = await follow(
      { status: 'cost_estimated' },
      { phase: 'plan' },
    );
    expect(result).toEqual({ runStatus: 'cost_estimated' });
  });

  const database = {
    address: 'aws_db_instance.this',
    type: 'aws_db_instance',
    actions: ['delete', 'create'],
  };

  it('says which data production would lose', async () => {
    const { result } = await follow(
      planned,
      {},
      {
        destroys: [
          database,
          { ...database, address: 'kept', actions: ['update'] },
          { ...database, address: 'role', type: 'aws_iam_role' },
        ],
      },
    );
    expect(result.plan).toMatchObject({
      destroy: 1,
      statefulDestroys: ['aws_db_instance.this'],
    });
  });

  it('keeps the plan of the change beside that of what takes it back', async () => {
    const { result } = await follow(
      planned,
      { phase: 'roll-back', plan, planError: 'no' },
      { destroys: [database] },
    );
    expect(result).toEqual({
      state: 'confirming',
      runStatus: 'planned',
      nextAttemptAt: '1970-01-01T00:01:00.000Z',
      undoPlan: {
        ...plan,
        destroy: 1,
        statefulDestroys: ['aws_db_instance.this'],
      },
    });
    const destroyed = await follow(
      planned,
      { phase: 'destroy' },
      { rollout: { operation: 'destroy' } },
    );
    expect(destroyed.result).toMatchObject({ plan });
  });

  it('does not say there is none where it cannot be read', async () => {
    const { result } = await follow(
      planned,
      {},
      {
        destroys: new HcpTerraformError('not-found-or-not-allowed', 'no', 404),
      },
    );
    expect(result.plan).toEqual({ add: 2, change: 1, destroy: 1, import: 0 });
    const late = new HcpTerraformError('unavailable', 'not now', 503);
    await expect(follow(planned, {}, { destroys: late })).rejects.toThrow(late);
  });

  it('looks for data in production only', async () => {
    const [stage] = recordOf([]).stages;
    const { listPlannedChanges } = await follow(
      planned,
      {},
      {
        destroys: [database],
        rollout: { stages: [{ ...stage, production: false }] },
      },
    );
    expect(listPlannedChanges).not.toHaveBeenCalled();
  });
});

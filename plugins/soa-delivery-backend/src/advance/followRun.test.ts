import type {
  HcpTerraformClient,
  HcpTerraformPlan,
  HcpTerraformRun,
} from '@backstage-soa/plugin-soa-node';
import type { TargetRecord } from '../store';
import { AccessHolds } from '../access';
import { targetOf } from './__testUtils__/targetOf';
import { followRun } from './followRun';
import { StepDeadlines } from './StepDeadlines';

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
) {
  const applyRun = jest.fn(async () => {});
  const getPlan = jest.fn(async () => PLAN);
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
    applyRun,
  };
  const result = await followRun(
    targetOf({ state: 'planning', runId: 'run-1', ...change }),
    {
      client: client as HcpTerraformClient,
      componentRef: 'component:default/orders',
      holds: AccessHolds.none,
      archive: async () => new Uint8Array(),
      audited: (_, write) => write(),
      keep: async () => {},
      deadlines: new StepDeadlines(180_000),
      now: () => new Date(0),
    },
  );
  return { result, applyRun, getPlan };
}

const plan = { add: 2, change: 1, destroy: 0, import: 0 };

describe('followRun', () => {
  it('has nothing to say while nothing has changed', async () => {
    const { result, getPlan } = await follow({}, { runStatus: 'planning' });
    expect(result).toEqual({});
    expect(getPlan).not.toHaveBeenCalled();
  });

  it('tells what is planned before it confirms it', async () => {
    const planned = { status: 'planned', isConfirmable: true };
    const first = await follow(planned);
    expect(first.result).toEqual({
      state: 'confirming',
      runStatus: 'planned',
      plan,
    });
    expect(first.applyRun).not.toHaveBeenCalled();
    const second = await follow(planned, { state: 'confirming', plan });
    expect(second.applyRun).toHaveBeenCalledTimes(1);
    expect(second.result).toMatchObject({ state: 'applying' });
  });

  it('goes along with a run that somebody has confirmed', async () => {
    const { result, applyRun } = await follow({ status: 'apply_queued' });
    expect(result).toEqual({
      state: 'applying',
      runStatus: 'apply_queued',
      plan,
    });
    expect(applyRun).not.toHaveBeenCalled();
  });

  it('is done where there was nothing to change', async () => {
    const { result, applyRun } = await follow({
      status: 'planned_and_finished',
      hasChanges: false,
    });
    expect(result).toEqual({
      state: 'applied',
      runStatus: 'planned_and_finished',
      plan,
    });
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
});

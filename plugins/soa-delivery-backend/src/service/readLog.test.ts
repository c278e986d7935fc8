import type {
  HcpTerraform,
  HcpTerraformClient,
} from '@backstage-soa/plugin-soa-node';
import { recordOf } from '../advance/__testUtils__/recordOf';
import { targetOf } from '../advance/__testUtils__/targetOf';
import type { TargetRecord } from '../store';
import { readLog } from './readLog';

interface Logs {
  plan?: string;
  apply?: string;
}

/** Reads the log of a target; `runs` are those that HCP Terraform still has. */
function read(
  target: Partial<TargetRecord>,
  logs: Logs,
  { key = 'prod-use1', runs = ['run-1', 'run-2'] } = {},
) {
  const client: Partial<HcpTerraformClient> = {
    getRun: async id =>
      runs.includes(id)
        ? {
            id,
            status: 'applied',
            isConfirmable: false,
            planId: `plan-of-${id}`,
            applyId: `apply-of-${id}`,
          }
        : undefined,
    readLog: async (of, id) => logs[of] && `${id}: ${logs[of]}`,
  };
  const hcpTerraform = {
    client: (organization?: string) => {
      expect(organization).toBe('acme');
      return client;
    },
  } as HcpTerraform;
  return readLog(recordOf([targetOf(target)]), key, { hcpTerraform });
}

describe('readLog', () => {
  it('reads what was applied, or else what is planned', async () => {
    const both = { plan: 'planned', apply: 'applied' };
    expect(await read({ runId: 'run-1' }, both)).toEqual({
      runId: 'run-1',
      phase: 'apply',
      text: 'apply-of-run-1: applied',
      isTruncated: false,
    });
    expect(await read({ runId: 'run-1' }, { plan: 'planned' })).toMatchObject({
      phase: 'plan',
      text: 'plan-of-run-1: planned',
    });
  });

  it('reads the newest run, be it of a phase before', async () => {
    const pastRuns = ['run-1', 'run-2'].map(id => ({
      purpose: 'plan' as const,
      id,
      status: 'planned_and_finished',
    }));
    const { runId } = await read({ pastRuns }, { plan: 'planned' });
    expect(runId).toBe('run-2');
  });

  it('leaves out what is for terminals', async () => {
    const { text } = await read(
      { runId: 'run-1' },
      { plan: '\x02\x1b[1m\x1b[32mPlan:\x1b[0m 1 to add\x03' },
    );
    expect(text).toBe('plan-of-run-1: Plan: 1 to add');
  });

  it('gives the end of what is long', async () => {
    const plan = `${'x'.repeat(100_000)}the end`;
    const { text, isTruncated } = await read({ runId: 'run-1' }, { plan });
    expect(isTruncated).toBe(true);
    expect(text).toHaveLength(100_000);
    expect(text).toMatch(/xthe end$/);
  });

  it.each([
    [
      'there is no such placement',
      { runId: 'run-1' },
      { key: 'none' },
      /of none/,
    ],
    ['there is no run yet', {}, {}, /no run of prod-use1/],
    [
      'the run is gone',
      { runId: 'run-1' },
      { runs: [] },
      /no log of the run run-1/,
    ],
    ['there is no log', { runId: 'run-1' }, {}, /look at the run there/],
  ])('is not found where %s', async (_, target, options, message) => {
    await expect(read(target, {}, options)).rejects.toMatchObject({
      name: 'NotFoundError',
      message: expect.stringMatching(message),
    });
  });
});

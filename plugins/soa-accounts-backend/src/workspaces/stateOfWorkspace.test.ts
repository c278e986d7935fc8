import type { Workspace } from '@backstage-soa/plugin-soa-common';
import type { HcpTerraformWorkspace } from '@backstage-soa/plugin-soa-node';
import { ordersWorkspace } from '../__testUtils__/FakeHcpTerraform';
import { stateOfWorkspace } from './stateOfWorkspace';

const EARLY = '2026-01-01T00:00:00Z';
const LATE = '2026-01-02T00:00:00.000Z';

const stateOf = (
  workspace: Partial<HcpTerraformWorkspace>,
  known?: Partial<Workspace>,
) =>
  stateOfWorkspace(
    ordersWorkspace({
      currentRun: undefined,
      latestChangeAt: LATE,
      ...workspace,
    }),
    known as Workspace | undefined,
  );

const assessed = (assessment: object) => ({
  assessment: { id: 'asmtres-1', ...assessment },
});

describe('stateOfWorkspace', () => {
  it('takes the time of the state', () => {
    expect(stateOf({ hasState: true, stateCreatedAt: EARLY })).toEqual({
      applied: true,
      lastAppliedAt: EARLY,
    });
  });

  it.each<[string, Partial<HcpTerraformWorkspace>, object]>([
    ['a state', { hasState: true }, { applied: true, lastAppliedAt: LATE }],
    [
      'an empty state',
      { hasState: true, resourceCount: 0 },
      { applied: true, lastAppliedAt: LATE },
    ],
    ['no state', { hasState: false, resourceCount: 0 }, { applied: false }],
    [
      'no state that the token may read, and resources',
      { hasState: false, resourceCount: 2 },
      { applied: true, lastAppliedAt: LATE },
    ],
    ['resources', { resourceCount: 2 }, { applied: true, lastAppliedAt: LATE }],
    ['no resources and no run', { resourceCount: 0 }, { applied: false }],
    [
      'no resources, after a run',
      {
        resourceCount: 0,
        currentRun: { id: 'run-2', status: 'errored', isConfirmable: false },
      },
      {},
    ],
    ['nothing that says so', {}, {}],
  ])('knows of %s', (_, workspace, expected) => {
    expect(stateOf(workspace)).toEqual(expected);
  });

  it('keeps what it knows of the same state where an answer says less', () => {
    const known = {
      applied: true,
      lastAppliedAt: EARLY,
      drifted: true,
      drift: { resources: 1, checkedAt: LATE },
    };
    expect(stateOf({}, known)).toEqual(known);
    expect(stateOf({ hasState: true }, known)).toEqual(known);
  });

  it('says how much has drifted, and when that was seen', () => {
    expect(
      stateOf({
        hasState: true,
        stateCreatedAt: EARLY,
        ...assessed({ drifted: true, resourcesDrifted: 2, createdAt: LATE }),
      }),
    ).toMatchObject({
      drifted: true,
      drift: { resources: 2, checkedAt: LATE },
    });
    expect(stateOf(assessed({ drifted: false }))).toEqual({
      drifted: false,
      drift: {},
    });
  });

  it.each<[string, Partial<HcpTerraformWorkspace>]>([
    ['one that failed', assessed({ createdAt: LATE })],
    [
      'one from before the last apply',
      {
        hasState: true,
        stateCreatedAt: LATE,
        ...assessed({ drifted: true, createdAt: EARLY }),
      },
    ],
    ['none, as there are none any more', { assessmentsEnabled: false }],
  ])('does not say of drift by an assessment: %s', (_, workspace) => {
    const { drifted, drift } = stateOf(workspace, {
      drifted: true,
      drift: {},
    });
    expect([drifted, drift]).toEqual([undefined, undefined]);
  });
});

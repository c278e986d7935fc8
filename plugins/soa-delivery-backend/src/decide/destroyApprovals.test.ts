import type { RolloutRecord, TargetRecord } from '../store';
import {
  approvalOf,
  decisionContext,
  NOW,
  rolloutIn,
} from './__testUtils__/deciding';
import { decide } from './decide';
import { askForDestroys, isRefused, mayLose } from './destroyApprovals';
import { Draft } from './Draft';

const planOf = (statefulDestroys?: string[], destroy = 1) => ({
  add: 0,
  change: 0,
  destroy,
  import: 0,
  ...(statefulDestroys && { statefulDestroys }),
});

const losing = (
  plan: TargetRecord['plan'],
  change: Partial<RolloutRecord> = {},
  key = 'prod-use1',
) => rolloutIn({ [key]: { state: 'confirming', plan } }, change);

const ask = (rollout: RolloutRecord) => {
  const draft = new Draft(rollout);
  askForDestroys(draft, decisionContext());
  return draft.change.newApprovals!;
};

const ofDb = (change: Parameters<typeof approvalOf>[0] = {}) =>
  approvalOf({
    kind: 'destroy',
    position: 0,
    resources: ['db'],
    state: 'open',
    ...change,
  });

describe('destroy approvals', () => {
  it('are asked for of who is configured, and never of the initiator', () => {
    expect(ask(losing(planOf(['db'])))).toEqual([
      {
        id: 'new-1',
        rolloutId: 'rollout-1',
        kind: 'destroy',
        stage: 0,
        position: 0,
        resources: ['db'],
        groups: ['group:default/team-platform'],
        notInitiator: true,
        state: 'open',
        openedAt: NOW,
      },
    ]);
  });

  it('are asked for where it cannot be read what is lost', () => {
    expect(ask(losing(planOf()))).toMatchObject([{ resources: [] }]);
  });

  it.each([
    ['nothing is destroyed', losing(planOf(undefined, 0))],
    ['no data is', losing(planOf([]))],
    ['it is not planned', losing(undefined)],
    ['it is not in production', losing(planOf(['db']), {}, 'dev-use1')],
    [
      'it has ended',
      rolloutIn({ 'prod-use1': { state: 'applied', plan: planOf(['db']) } }),
    ],
    ['somebody was', losing(planOf(['db']), { approvals: [ofDb()] })],
    [
      'more was approved',
      losing(planOf(['db']), {
        approvals: [ofDb({ resources: ['bucket', 'db'], state: 'approved' })],
      }),
    ],
  ])('are not asked for where %s', (_, rollout) => {
    expect(ask(rollout)).toEqual([]);
  });

  it.each([
    ['a newer plan loses more', ['db', 'bucket'], ofDb({ state: 'approved' })],
    ['another placement was asked for', ['db'], ofDb({ position: 1 })],
    ['a stage was asked for', ['db'], approvalOf({ state: 'approved' })],
    [
      'what cannot be read was approved by name',
      undefined,
      ofDb({ state: 'approved' }),
    ],
    [
      'what is named was approved unseen',
      ['db'],
      ofDb({ state: 'approved', resources: [] }),
    ],
  ])('are asked for again where %s', (_, resources, approval) => {
    const rollout = losing(planOf(resources), { approvals: [approval] });
    expect(ask(rollout)).toHaveLength(1);
    expect(mayLose(rollout, rollout.targets[0])).toBe(false);
  });

  it.each([
    ['open', false, false],
    ['approved', true, false],
    ['rejected', false, true],
  ] as const)('of one that is %s', (state, may, refused) => {
    const rollout = losing(planOf(['db']), { approvals: [ofDb({ state })] });
    const [target] = rollout.targets;
    expect([mayLose(rollout, target), isRefused(rollout, target)]).toEqual([
      may,
      refused,
    ]);
  });

  it.each([
    ['roll-back', planOf(['db']), undefined, 0],
    ['roll-back', planOf(['db']), planOf(['bucket']), 1],
    ['roll-back', undefined, planOf([]), 0],
    ['apply', undefined, planOf(['bucket']), 0],
  ] as const)(
    'look at the plan of what comes now: %s of %j, taken back by %j',
    (phase, plan, undoPlan, asked) => {
      const rollout = rolloutIn({
        'prod-use1': { phase, state: 'confirming', plan, undoPlan },
      });
      expect(ask(rollout)).toHaveLength(asked);
      expect(mayLose(rollout, rollout.targets[0])).toBe(asked === 0);
    },
  );

  it('let nothing be confirmed before they are decided on', () => {
    const at = (state: 'open' | 'approved') =>
      decide(
        losing(planOf(['db']), {
          approvals: [ofDb({ state })],
          waves: [{ wave: 0, begunAt: NOW }],
        }),
        decisionContext(),
      )?.targets?.get(0)?.state;
    expect(at('open')).toBeUndefined();
    expect(at('approved')).toBe('applying');
  });

  it('let nothing begin that was rejected, once it is planned', () => {
    const change = decide(
      rolloutIn(
        { 'prod-use1': { plan: planOf(['db']) }, 'prod-euw1': {} },
        {
          approvals: [ofDb({ state: 'rejected' })],
          plan: { defaults: { failureTolerance: 1 } },
        },
      ),
      decisionContext(),
    );
    expect(change!.targets!.get(0)).toEqual({
      state: 'canceled',
      error: 'Somebody rejected that it loses resources that hold data.',
    });
    expect(change!.targets!.get(1)).toMatchObject({ state: 'preparing' });
  });
});

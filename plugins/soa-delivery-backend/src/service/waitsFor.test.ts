import { recordOf } from '../advance/__testUtils__/recordOf';
import { targetOf } from '../advance/__testUtils__/targetOf';
import type { ApprovalRecord, RolloutRecord, TargetRecord } from '../store';
import { waitsFor } from './waitsFor';

const wait = (
  target: Partial<TargetRecord>,
  rollout: Partial<RolloutRecord> = {},
) => {
  const waiting = targetOf(target);
  return waitsFor(recordOf([waiting], rollout), waiting);
};

const approval = (change: Partial<ApprovalRecord>): ApprovalRecord => ({
  id: 'approval-1',
  rolloutId: 'rollout-1',
  kind: 'stage',
  stage: 0,
  groups: [],
  notInitiator: true,
  state: 'open',
  ...change,
});

const NOT_BEGUN: Partial<RolloutRecord> = { waves: [{ wave: 0 }] };
const LOSES: Partial<TargetRecord> = {
  state: 'confirming',
  plan: {
    add: 0,
    change: 0,
    destroy: 1,
    import: 0,
    statefulDestroys: ['db'],
  },
};
const ofDb = (state: ApprovalRecord['state']) => ({
  approvals: [
    approval({ kind: 'destroy', position: 0, resources: ['db'], state }),
  ],
});

describe('waitsFor', () => {
  it('is an account, where its rollout stands in the queue for one', () => {
    const queue = { account: '111122223333', ahead: 1 };
    const waiting = targetOf({ state: 'waiting' });
    const inQueue = (change: Partial<RolloutRecord>) =>
      waitsFor(recordOf([waiting], { ...NOT_BEGUN, ...change }), waiting, {
        queue,
      });
    expect(inQueue({})).toBe('lock');
    expect(inQueue({ state: 'paused' })).toBe('pause');
  });

  it.each([
    ['planning', 'pending', 'turn'],
    ['planning', 'policy_override', 'policy-override'],
    ['planning', 'pre_plan_awaiting_decision', 'decision'],
    ['planning', 'post_plan_awaiting_decision', 'decision'],
    ['applying', 'pre_apply_awaiting_decision', 'decision'],
    ['planning', 'planning', undefined],
    ['planning', 'constructor', undefined],
    ['planning', undefined, undefined],
    ['failed', 'pending', undefined],
  ] as const)('of a run, %s, %s: %s', (state, runStatus, expected) => {
    expect(wait({ state, runStatus })).toBe(expected);
  });

  it.each([
    ['a pause', 'pause', { ...NOT_BEGUN, state: 'paused' }],
    ['others of its wave', 'slot', {}],
    ['the plans', 'plans', { ...NOT_BEGUN, planned: false }],
    ['the waves before it', 'wave', NOT_BEGUN],
    ['a decision', 'approval', { ...NOT_BEGUN, approvals: [approval({})] }],
    [
      'the waves before it, though it is to be decided on later',
      'wave',
      { ...NOT_BEGUN, approvals: [approval({ state: 'pending' })] },
    ],
    [
      'the waves before it, though another stage is decided on',
      'wave',
      { ...NOT_BEGUN, approvals: [approval({ stage: 1 })] },
    ],
    ['nothing: it will not begin', undefined, { ...NOT_BEGUN, failure: 'no' }],
  ] as const)('of one that is to begin, %s', (_, expected, rollout) => {
    expect(wait({ state: 'waiting' }, rollout as Partial<RolloutRecord>)).toBe(
      expected,
    );
  });

  it('is a slot for what is taken back', () => {
    expect(
      wait({ state: 'waiting', phase: 'roll-back' }, { failure: 'no' }),
    ).toBe('slot');
  });

  it.each([
    ['others that apply', 'slot', {}],
    ['the plans of others', 'plans', { planned: false }],
    ['a pause', 'pause', { state: 'paused' }],
    ['nothing: it is being ended', undefined, { failure: 'no' }],
  ] as const)('of one that is planned, %s', (_, expected, rollout) => {
    expect(wait({ state: 'confirming' }, rollout)).toBe(expected);
  });

  it.each([
    ['open', 'destroy-approval'],
    ['approved', 'slot'],
    ['rejected', 'slot'],
  ] as const)('of one that loses data, once that is %s', (state, expected) => {
    expect(wait(LOSES, ofDb(state))).toBe(expected);
  });

  it('is a person for one that loses data, also in a pause', () => {
    expect(wait(LOSES, { ...ofDb('open'), state: 'paused' })).toBe(
      'destroy-approval',
    );
  });
});

import { AccessHolds } from '../access';
import { wishOf } from '../access/__testUtils__/accessing';
import {
  approvalOf,
  decisionContext,
  NOW,
  rolloutIn,
  statesOf,
} from './__testUtils__/deciding';
import { decide } from './decide';

/** A wave of one, then two, then one. */
const IN_WAVES = {
  stages: [
    {
      environment: 'prod',
      waves: [{ cell: 'c1' }, { region: 'us-east-1' }, { region: 'eu-west-1' }],
    },
  ],
};

const BEGUN = { begunAt: NOW };
const PASSED = { begunAt: NOW, appliedAt: NOW, passedAt: NOW };
const waves = (...of: object[]) => of.map((one, wave) => ({ wave, ...one }));

describe('walkWaves', () => {
  it('begins the first wave, and no other', () => {
    const rollout = rolloutIn(
      { 'prod-use1-c1': {}, 'prod-use1-c2': {}, 'prod-euw1': {} },
      { plan: IN_WAVES },
    );
    const change = decide(rollout, decisionContext());
    expect(statesOf(rollout, change)).toEqual({
      'prod-use1-c1': 'preparing',
      'prod-use1-c2': 'waiting',
      'prod-euw1': 'waiting',
    });
    expect([...change!.waves!]).toEqual([[0, { begunAt: NOW }]]);
    expect(change!.events).toEqual([
      { kind: 'wave-begun', environment: 'prod', wave: 1 },
    ]);
  });

  it.each([['preparing'], ['uploading'], ['planning'], ['applying']] as const)(
    'waits for what is %s in the wave',
    state => {
      const rollout = rolloutIn(
        { 'prod-use1-c1': { state }, 'prod-use1-c2': {}, 'prod-euw1': {} },
        { plan: IN_WAVES, waves: waves(BEGUN, {}, {}) },
      );
      expect(decide(rollout, decisionContext())).toBeUndefined();
    },
  );

  it('passes a wave that is applied, and begins the next at once', () => {
    const rollout = rolloutIn(
      {
        'prod-use1-c1': { state: 'applied' },
        'prod-use1-c2': {},
        'prod-use1-c3': {},
        'prod-euw1': {},
      },
      { plan: IN_WAVES, waves: waves(BEGUN, {}, {}) },
    );
    const change = decide(rollout, decisionContext());
    expect(statesOf(rollout, change)).toEqual({
      'prod-use1-c1': 'applied',
      'prod-use1-c2': 'preparing',
      'prod-use1-c3': 'preparing',
      'prod-euw1': 'waiting',
    });
    expect(change!.events).toEqual([
      { kind: 'wave-passed', environment: 'prod', wave: 1 },
      { kind: 'wave-begun', environment: 'prod', wave: 2 },
    ]);
  });

  it('waits for all of a wave, whatever of it is applied', () => {
    const rollout = rolloutIn(
      {
        'prod-use1-c1': { state: 'applied' },
        'prod-use1-c2': { state: 'applied' },
        'prod-use1-c3': { state: 'applying' },
        'prod-euw1': {},
      },
      { plan: IN_WAVES, waves: waves(PASSED, BEGUN, {}) },
    );
    expect(decide(rollout, decisionContext())).toBeUndefined();
  });

  it.each([
    ['apply', 'applied', 'All 1 placements', 'The placement is applied.'],
    ['destroy', 'destroyed', '', 'The placement is destroyed.'],
  ] as const)(
    'ends a rollout that is to %s',
    (operation, state, _, message) => {
      const rollout = rolloutIn({ 'prod-use1': { state } }, { operation });
      const change = decide(rollout, decisionContext());
      expect(change!.rollout).toEqual({ state, message });
      expect(change!.events!.at(-1)).toEqual({
        kind: 'ended',
        comment: message,
      });
    },
  );

  it('lets no more begin at once than the stage says', () => {
    const plan = { defaults: { maxConcurrent: 2 } };
    const rollout = rolloutIn(
      {
        'prod-use1-c1': { state: 'planning' },
        'prod-use1-c2': { state: 'applied' },
        'prod-use1-c3': {},
        'prod-use1-c4': {},
      },
      { plan, waves: waves(BEGUN) },
    );
    expect(statesOf(rollout, decide(rollout, decisionContext()))).toMatchObject(
      {
        'prod-use1-c3': 'preparing',
        'prod-use1-c4': 'waiting',
      },
    );
  });

  it('lets no more apply at once than the stage says', () => {
    const plan = { defaults: { maxConcurrent: 2 } };
    const rollout = rolloutIn(
      {
        'prod-use1-c1': { state: 'applying' },
        'prod-use1-c2': { state: 'confirming', nextAttemptAt: '2099' },
        'prod-use1-c3': { state: 'confirming' },
      },
      { plan, waves: waves(BEGUN) },
    );
    const change = decide(rollout, decisionContext());
    expect([...change!.targets!]).toEqual([
      [1, { state: 'applying', confirmedAt: NOW, nextAttemptAt: undefined }],
    ]);
  });

  it('confirms nothing before all is planned', () => {
    const targets = {
      'prod-use1-c1': { state: 'confirming' as const },
      'prod-use1-c2': { state: 'planning' as const, phase: 'plan' as const },
      'prod-euw1': { planError: 'It errored.' },
    };
    const rollout = rolloutIn(targets, {
      plan: IN_WAVES,
      planned: false,
      waves: waves(BEGUN, {}, {}),
    });
    expect(decide(rollout, decisionContext())).toBeUndefined();
  });

  it('does not begin what waits for deploy access, and lets others by', () => {
    const { placement } = rolloutIn({ 'prod-use1': {} }).targets[0];
    const held = new AccessHolds([
      {
        ...wishOf(placement.key),
        requestedAt: '',
        queuedAt: '',
        revision: 0,
        wish: 'present',
        state: 'requested',
      },
    ]);
    const rollout = rolloutIn(
      { 'prod-use1': {}, 'prod-euw1': {} },
      { plan: { defaults: { maxConcurrent: 1 } }, waves: waves(BEGUN) },
    );
    const change = decide(rollout, decisionContext({ holds: held }));
    expect(statesOf(rollout, change)).toEqual({
      'prod-use1': 'waiting',
      'prod-euw1': 'preparing',
    });
  });

  it('applies what could not be planned beforehand all the same', () => {
    const rollout = rolloutIn(
      { 'prod-use1': { phase: 'plan' } },
      { waves: waves(BEGUN) },
    );
    const change = decide(rollout, decisionContext({ plansAtOnce: 0 }));
    expect([...change!.targets!]).toEqual([
      [0, { phase: 'apply', state: 'preparing' }],
    ]);
  });

  describe('with an approval', () => {
    const asking = (
      change: Parameters<typeof rolloutIn>[1],
      state: 'pending' | 'open' | 'approved' = 'pending',
    ) =>
      rolloutIn(
        { 'prod-use1': {}, 'prod-euw1': {} },
        { approvals: [approvalOf({ state })], ...change },
      );

    it('asks once all is planned, and begins nothing', () => {
      const rollout = asking({});
      const change = decide(rollout, decisionContext());
      expect([...change!.approvals!]).toEqual([
        ['approval-1', { state: 'open', openedAt: NOW }],
      ]);
      expect(change!.targets!.size).toBe(0);
      expect(change!.waves!.size).toBe(0);
    });

    it('asks nobody before', () => {
      const rollout = rolloutIn(
        { 'prod-use1': { phase: 'plan', state: 'planning' } },
        { approvals: [approvalOf()], planned: false },
      );
      expect(decide(rollout, decisionContext())).toBeUndefined();
    });

    it('waits while it is open, and begins once it is approved', () => {
      expect(decide(asking({}, 'open'), decisionContext())).toBeUndefined();
      const rollout = asking({}, 'approved');
      const change = decide(rollout, decisionContext());
      expect(statesOf(rollout, change)).toEqual({
        'prod-use1': 'preparing',
        'prod-euw1': 'preparing',
      });
    });

    it('asks for a stage when it is its turn', () => {
      const approvals = [approvalOf({ stage: 1 })];
      const first = rolloutIn(
        { 'dev-use1': { state: 'applying' }, 'prod-use1': {} },
        { approvals, waves: waves(BEGUN, {}) },
      );
      expect(decide(first, decisionContext())).toBeUndefined();
      const next = rolloutIn(
        { 'dev-use1': { state: 'applied' }, 'prod-use1': {} },
        { approvals, waves: waves(BEGUN, {}) },
      );
      expect(
        decide(next, decisionContext())!.approvals!.get('approval-1'),
      ).toMatchObject({ state: 'open' });
    });

    it('asks once for all waves of a stage', () => {
      const rollout = asking(
        {
          plan: {
            stages: [{ environment: 'prod', waves: [{ count: 1 }] }],
          },
          waves: waves(PASSED, {}),
        },
        'approved',
      );
      rollout.targets[0].state = 'applied';
      expect(statesOf(rollout, decide(rollout, decisionContext()))).toEqual({
        'prod-use1': 'applied',
        'prod-euw1': 'preparing',
      });
    });
  });
});

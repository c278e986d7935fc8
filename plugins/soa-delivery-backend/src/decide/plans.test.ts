import { AccessHolds } from '../access';
import { wishOf } from '../access/__testUtils__/accessing';
import { decisionContext, rolloutIn, statesOf } from './__testUtils__/deciding';
import { decide } from './decide';
import { Draft } from './Draft';
import { beginPlans, plansUnderWay } from './plans';

const plan = { phase: 'plan' } as const;
const PLANNED = {
  pastRuns: [{ purpose: 'plan', id: 'run-0', status: 'planned_and_finished' }],
} as const;
const LOOKED = { ...PLANNED, pastRuns: [...PLANNED.pastRuns] };

const holding = (key: string) =>
  new AccessHolds([
    {
      ...wishOf(key),
      requestedAt: '',
      queuedAt: '',
      revision: 0,
      wish: 'present',
      state: 'requested',
    },
  ]);

/** What comes of beginning the plans of a rollout that is not planned yet. */
function begin(
  targets: Parameters<typeof rolloutIn>[0],
  context: Parameters<typeof decisionContext>[0] = {},
) {
  const rollout = rolloutIn(targets, { planned: false });
  const draft = new Draft(rollout);
  beginPlans(draft, decisionContext(context));
  return {
    states: statesOf(rollout, draft.change),
    planned: draft.rollout.planned,
    events: draft.change.events,
  };
}

describe('beginPlans', () => {
  it('begins as many as may be planned at once', () => {
    const targets = {
      'prod-use1-c1': { ...plan, state: 'planning' as const },
      'prod-use1-c2': plan,
      'prod-use1-c3': plan,
    };
    expect(begin(targets, { plansAtOnce: 2 }).states).toEqual({
      'prod-use1-c1': 'planning',
      'prod-use1-c2': 'preparing',
      'prod-use1-c3': 'waiting',
    });
  });

  it('counts what is planned by the run that applies it, until it is known', () => {
    const { targets } = rolloutIn({
      'prod-use1-c1': { state: 'planning' },
      'prod-use1-c2': { state: 'confirming' },
      'prod-use1-c3': { state: 'applying' },
      'prod-use1-c4': { ...plan, state: 'preparing' },
      'prod-use1-c5': plan,
      'prod-use1-c6': LOOKED,
      'prod-use1-c7': { state: 'planning', planError: 'errored' },
    });
    expect(plansUnderWay(rolloutIn({}, { targets }))).toBe(2);
  });

  it('lets what waits for deploy access keep nobody else', () => {
    const targets = { 'prod-use1': plan, 'prod-euw1': plan };
    const holds = holding('prod-use1');
    expect(begin(targets, { holds, plansAtOnce: 1 }).states).toEqual({
      'prod-use1': 'waiting',
      'prod-euw1': 'preparing',
    });
  });

  it('is done once all is known, and says so once', () => {
    const all = {
      'prod-use1-c1': { state: 'confirming' as const },
      'prod-use1-c2': LOOKED,
      'prod-use1-c3': { planError: 'It errored.' },
      'prod-use1-c4': { plan: { add: 0, change: 0, destroy: 0, import: 0 } },
    };
    expect(begin(all)).toMatchObject({
      planned: true,
      events: [{ kind: 'planned' }],
    });
    const again = new Draft(rolloutIn(all, { planned: true }));
    beginPlans(again, decisionContext());
    expect(again.change.events).toEqual([]);
  });

  it.each([
    ['is being planned', { ...plan, state: 'planning' as const }],
    ['is to be planned', plan],
  ])('is not done while something %s', (_, other) => {
    const { planned } = begin(
      { 'prod-use1': LOOKED, 'prod-euw1': other },
      { plansAtOnce: 1 },
    );
    expect(planned).toBe(false);
  });

  it('does not wait for what cannot be planned without access', () => {
    const targets = { 'prod-use1': plan, 'prod-euw1': LOOKED };
    expect(begin(targets, { holds: holding('prod-use1') }).planned).toBe(true);
  });

  it('is not done where nothing at all could be planned', () => {
    const targets = { 'prod-use1': plan };
    expect(begin(targets, { holds: holding('prod-use1') }).planned).toBe(false);
  });

  it('plans first what is planned by the run that applies it', () => {
    const rollout = rolloutIn(
      { 'dev-use1': {}, 'prod-use1': plan },
      { planned: false },
    );
    expect(statesOf(rollout, decide(rollout, decisionContext()))).toEqual({
      'dev-use1': 'preparing',
      'prod-use1': 'preparing',
    });
  });
});

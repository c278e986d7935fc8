import fc from 'fast-check';
import {
  CRASHING_WAYS,
  crashingRollout,
} from './__testUtils__/crashingRollout';
import type { CrashingWay } from './__testUtils__/crashingRollout';
import { goodOutcomeOf, outcomeOf } from './__testUtils__/outcomes';

const ways = Object.keys(CRASHING_WAYS) as CrashingWay[];

describe('advanceTarget', () => {
  it('takes a placement from its beginning to applied', async () => {
    const { target, runs, applied } = await crashingRollout([]);
    expect(target).toMatchObject({
      state: 'applied',
      runId: runs[0].id,
      previousConfigurationVersionId: 'cv-before',
      isNew: false,
    });
    expect(runs[0].message).toContain('rollout rollout-1/0');
    expect(applied).toBe(1);
  });

  it('plans with a run that cannot apply, and applies with another', async () => {
    const { target, runs } = await crashingRollout([], 'planned');
    expect(target).toMatchObject({
      state: 'applied',
      plan: { add: 1, change: 0, destroy: 0, import: 0 },
      pastRuns: [
        { purpose: 'plan', id: runs[0].id, status: 'planned_and_finished' },
      ],
    });
    expect(runs).toMatchObject([
      { planOnly: true, configurationVersionId: 'cv-1' },
      { planOnly: false, configurationVersionId: 'cv-1' },
    ]);
  });

  it('gives back what the workspace had before', async () => {
    const { target, runs } = await crashingRollout([], 'rolled back');
    expect(target).toMatchObject({
      state: 'rolled-back',
      pastRuns: [{ purpose: 'apply', id: runs[0].id }],
    });
    expect(runs).toMatchObject([
      { configurationVersionId: 'cv-1', isDestroy: false },
      { configurationVersionId: 'cv-before', isDestroy: false },
    ]);
  });

  it('destroys what was new, and leaves its workspace', async () => {
    const { target, runs, deleted } = await crashingRollout(
      [],
      'destroyed again',
    );
    expect(target).toMatchObject({ state: 'destroyed', isNew: true });
    expect(runs).toMatchObject([{ isDestroy: false }, { isDestroy: true }]);
    expect(runs[1].configurationVersionId).toBeUndefined();
    expect(deleted).toEqual([]);
  });

  it('deletes the workspace of what was to be destroyed', async () => {
    const { runs, deleted } = await crashingRollout([], 'destroyed');
    expect(runs).toMatchObject([
      { planOnly: true, isDestroy: true },
      { planOnly: false, isDestroy: true },
    ]);
    expect(deleted).toEqual(['orders-prod-use1']);
  });

  it.each(ways)(
    'doubles nothing when it is cut off between a write and its record: %s',
    async way => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.boolean(), { maxLength: 40 }),
          async crashes => {
            expect(await outcomeOf(crashes, way)).toEqual(goodOutcomeOf(way));
          },
        ),
        { numRuns: 50 },
      );
    },
  );
});

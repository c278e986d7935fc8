import fc from 'fast-check';
import { crashingRollout } from './__testUtils__/crashingRollout';

describe('advanceTarget', () => {
  it('takes a placement from waiting to applied', async () => {
    const { target, runs, applied } = await crashingRollout([]);
    expect(target).toMatchObject({ state: 'applied', runId: 'run-1' });
    expect(runs[0].message).toContain('rollout rollout-1/0');
    expect(applied).toBe(1);
  });

  it('doubles nothing when it is cut off between a write and its record', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { maxLength: 30 }),
        async crashes => {
          const { target, runs, applied } = await crashingRollout(crashes);
          expect(target.state).toBe('applied');
          expect(runs).toHaveLength(1);
          expect(applied).toBe(1);
        },
      ),
      { numRuns: 100 },
    );
  });
});

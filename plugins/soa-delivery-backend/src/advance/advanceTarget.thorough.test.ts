import fc from 'fast-check';
import { crashingRollout } from './__testUtils__/crashingRollout';

describe('advanceTarget, thoroughly', () => {
  it('doubles nothing, wherever it is cut off', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { maxLength: 60 }),
        async crashes => {
          const { target, runs, applied } = await crashingRollout(crashes);
          expect(target.state).toBe('applied');
          expect(runs).toHaveLength(1);
          expect(applied).toBe(1);
        },
      ),
      { numRuns: 20_000, seed: Number(process.env.SOA_SEED ?? 1) },
    );
  }, 120_000);
});

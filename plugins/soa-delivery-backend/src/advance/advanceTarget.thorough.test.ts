import fc from 'fast-check';
import { CRASHING_WAYS } from './__testUtils__/crashingRollout';
import type { CrashingWay } from './__testUtils__/crashingRollout';
import { goodOutcomeOf, outcomeOf } from './__testUtils__/outcomes';

const ways = Object.keys(CRASHING_WAYS) as CrashingWay[];

describe('advanceTarget, thoroughly', () => {
  it('doubles nothing, wherever it is cut off', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ways),
        fc.array(fc.boolean(), { maxLength: 80 }),
        async (way, crashes) => {
          expect(await outcomeOf(crashes, way)).toEqual(goodOutcomeOf(way));
        },
      ),
      { numRuns: 20_000, seed: Number(process.env.SOA_SEED ?? 1) },
    );
  }, 120_000);
});

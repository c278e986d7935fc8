import fc from 'fast-check';
import { CRASHING_WAYS } from './__testUtils__/crashingRollout';
import type { CrashingWay } from './__testUtils__/crashingRollout';
import { expectNothingDoubled } from './__testUtils__/expectNothingDoubled';

const ways = Object.keys(CRASHING_WAYS) as CrashingWay[];

describe('advanceTarget, thoroughly', () => {
  it('doubles nothing, wherever it is cut off', async () => {
    await expect(
      fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...ways),
          fc.array(fc.boolean(), { maxLength: 80 }),
          (way, crashes) => expectNothingDoubled(crashes, way),
        ),
        { numRuns: 20_000, seed: Number(process.env.SOA_SEED ?? 1) },
      ),
    ).resolves.toBeUndefined();
  }, 120_000);
});

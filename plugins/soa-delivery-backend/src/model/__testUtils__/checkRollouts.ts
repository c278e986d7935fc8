import fc from 'fast-check';
import type { Knex } from 'knex';
import { arbitraryPlan, resourceCountsOf } from './arbitraryPlan';
import { checkEnd } from './checkEnd';
import { checkOrder } from './checkOrder';
import { commands } from './commands';
import { World } from './World';

/** Has random rollouts meet with random happenings, and throws if one goes wrong. */
export async function checkRollouts(
  knex: Knex,
  {
    maxCommands,
    ...parameters
  }: { maxCommands: number; numRuns: number; seed?: number },
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(
      arbitraryPlan.chain(request =>
        fc.tuple(fc.constant(request), resourceCountsOf(request)),
      ),
      commands(maxCommands),
      async ([request, resourceCount], happenings) => {
        const world = await World.create(knex, request, resourceCount);
        await fc.asyncModelRun(() => ({ model: {}, real: world }), happenings);
        const ended = await world.drain();
        if (world.violations.length > 0) {
          throw new Error(world.violations.join('\n'));
        }
        for (const rollout of ended) {
          checkEnd(rollout, world.hcpTerraform);
        }
        checkOrder(ended, world.hcpTerraform);
      },
    ),
    { ...parameters, includeErrorInReport: true },
  );
}

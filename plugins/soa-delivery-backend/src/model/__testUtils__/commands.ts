import fc from 'fast-check';
import type { RolloutAction } from '@backstage-soa/plugin-soa-common';
import type { World } from './World';

type Model = Record<string, never>;
type Command = fc.AsyncCommand<Model, World>;

/** What can happen at any time; what cannot be done then is refused. */
class Happening implements Command {
  constructor(
    private readonly name: string,
    private readonly act: (world: World) => Promise<void>,
  ) {}

  check(): boolean {
    return true;
  }

  async run(_model: Model, world: World): Promise<void> {
    await this.act(world);
  }

  toString(): string {
    return this.name;
  }
}

const name = fc
  .tuple(
    fc.constantFrom('sandbox', 'dev', 'prod'),
    fc.constantFrom('use1', 'euw1', 'ap-south-1'),
  )
  .map(([environment, place]) => `orders-${environment}-${place}`);

const tick = fc
  .tuple(
    fc.constantFrom<number[]>([0], [1], [0, 1]),
    fc.constantFrom(0.2, 1, 12),
    fc.constantFrom(1, 1, 3, 6),
  )
  .map(
    ([which, minutes, times]) =>
      new Happening(
        `tick ${which} after ${minutes} min, ${times} times`,
        async world => {
          for (let done = 0; done < times; done += 1) {
            await world.tick(which, minutes);
          }
        },
      ),
  );

const kill = fc
  .tuple(fc.constantFrom(0, 1), fc.integer({ min: 0, max: 6 }))
  .map(
    ([which, writes]) =>
      new Happening(`kill ${which} after ${writes} writes`, async world => {
        world.replicas[which].killAfter(writes);
      }),
  );

const failing = fc
  .tuple(name, fc.constantFrom('failing', 'failingToApply'))
  .map(
    ([workspace, how]) =>
      new Happening(`${workspace} ${how}`, async ({ hcpTerraform }) => {
        const names = hcpTerraform[how as 'failing'];
        if (!names.delete(workspace)) {
          names.add(workspace);
        }
      }),
  );

const destroying = name.map(
  workspace =>
    new Happening(`${workspace} would lose data`, async ({ hcpTerraform }) => {
      const type = 'aws_db_instance';
      hcpTerraform.destroys[workspace] = [{ address: `${type}.main`, type }];
    }),
);

const alarm = fc.constant(
  new Happening('alarm', async world => {
    world.isAlarmed = !world.isAlarmed;
  }),
);

const discard = fc.nat(20).map(
  index =>
    new Happening(`somebody discards run ${index}`, async world => {
      const run = world.hcpTerraform.runs[index];
      if (run?.status === 'planned') {
        run.status = 'discarded';
        run.isConfirmable = false;
      }
    }),
);

const decide = fc
  .constantFrom('approved' as const, 'approved' as const, 'rejected' as const)
  .map(
    decision =>
      new Happening(decision, async world => {
        const rollout = await world.rollout();
        const open = rollout.approvals.find(({ state }) => state === 'open');
        if (open) {
          await world.person(viewer =>
            world.commands.decide(
              rollout,
              { approvalId: open.id, decision, comment: 'so be it' },
              viewer,
            ),
          );
        }
      }),
  );

const steer = fc
  .constantFrom<RolloutAction>(
    'pause',
    'resume',
    'resume',
    'cancel',
    'rollback',
  )
  .map(
    action =>
      new Happening(action, async world =>
        world.person(async viewer =>
          world.commands.steer(await world.rollout(), action, { viewer }),
        ),
      ),
  );

/** Happenings, most of which let time pass. */
export const commands = (maxCommands: number) =>
  fc.commands(
    [
      tick,
      tick,
      tick,
      tick,
      kill,
      failing,
      destroying,
      alarm,
      discard,
      decide,
      decide,
      steer,
    ],
    { maxCommands },
  );

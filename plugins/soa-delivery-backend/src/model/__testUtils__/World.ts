import { mockServices } from '@backstage/backend-test-utils';
import type { RolloutRequest } from '@backstage-soa/plugin-soa-common';
import type { Knex } from 'knex';
import { FakeHcpTerraform } from '../../__testUtils__/FakeHcpTerraform';
import { rolloutWish } from '../../__testUtils__/rolloutWish';
import { RolloutCommands } from '../../service/RolloutCommands';
import type { Viewer } from '../../service/Viewer';
import { RolloutStore } from '../../store';
import type { RolloutChange, RolloutRecord, RolloutWish } from '../../store';
import { endedTurnsOf, turnsOf } from '../../advance/__testUtils__/turnsOf';
import { checkAlone } from './checkAlone';
import { checkDecision } from './checkDecision';
import { Replica } from './Replica';

const MINUTE_MS = 60_000;

/** Two replicas on one database, a rollout, and the people who have a say in it. */
export class World {
  readonly hcpTerraform = new FakeHcpTerraform();
  isAlarmed = false;
  /** What was done that may not be, or could not be. */
  readonly violations: string[] = [];
  #time = Date.UTC(2026, 10, 20, 10);

  static async create(
    knex: Knex,
    request: Partial<RolloutRequest>,
    resourceCount: number,
  ): Promise<World> {
    await knex('soa_rollouts')
      .delete()
      .catch(() => {});
    const world = new World();
    const now = () => new Date(world.#time);
    const store = await RolloutStore.create(
      mockServices.database({ knex, migrations: { skip: false } }),
      now,
    );
    world.store = watched(store, world.violations);
    world.hcpTerraform.resourceCount = resourceCount;
    world.commands = new RolloutCommands({ store: world.store, now });
    world.replicas = [0, 1].map(
      () =>
        new Replica({
          store: world.store,
          turns: turnsOf(knex, now),
          hcpTerraform: world.hcpTerraform,
          now,
          isAlarmed: () => world.isAlarmed,
          violations: world.violations,
        }),
    );
    const endedTurns = endedTurnsOf(knex, now);
    world.freeLocks = () => endedTurns.freeOfEndedRollouts();
    await knex('soa_locks').delete();
    const wish = rolloutWish(request);
    if (request.exclusive) {
      await world.store.insert(ofPayments(wish), 'user:default/other');
      world.#time += MINUTE_MS;
    }
    world.id = (await world.store.insert(wish, 'user:default/guest')).id;
    // Somebody asks for the same with another commit, while the first is under way.
    const source = { url: 'https://code.example/shop/orders/archive/2.tar.gz' };
    world.#time += MINUTE_MS;
    await world.store.insert({ ...wish, source }, 'user:default/other');
    return world;
  }

  id!: string;
  store!: RolloutStore;
  commands!: RolloutCommands;
  replicas!: Replica[];
  /** What the portal does each minute. */
  freeLocks!: () => Promise<void>;

  async rollout(): Promise<RolloutRecord> {
    return (await this.store.get(this.id))!;
  }

  /** All replicas have their turn at once. */
  async tick(which: readonly number[], minutes = 1): Promise<void> {
    this.#time += minutes * MINUTE_MS;
    await Promise.all(which.map(index => this.replicas[index].tick()));
    await this.freeLocks();
    this.violations.push(...checkAlone(await this.store.listActive()));
  }

  /** What a member of the approvers does, as long as it can be done. */
  async person(act: (viewer: Viewer) => Promise<void>): Promise<void> {
    const viewer: Partial<Viewer> = {
      userRef: 'user:default/approver',
      whyNot: () => undefined,
      mayOf: async refs =>
        new Map(refs.map(ref => [ref, { steer: true, approve: true }])),
    };
    try {
      await act(viewer as Viewer);
    } catch (error) {
      if ((error as Error).name !== 'ConflictError') {
        throw error;
      }
    }
  }

  /** Lets everything go well from now on, and waits for the ends. */
  async drain(): Promise<RolloutRecord[]> {
    this.hcpTerraform.failing.clear();
    this.hcpTerraform.failingToApply.clear();
    this.isAlarmed = false;
    for (let turn = 0; turn < 600; turn += 1) {
      const active = await this.store.listActive();
      if (active.length === 0) {
        break;
      }
      for (const rollout of active) {
        await this.#letGoOn(rollout);
      }
      await this.tick([turn % 2], 2);
    }
    const left = await this.store.listActive();
    this.violations.push(...left.map(({ id }) => `${id} does not end`));
    const listed = await this.store.list({ limit: 2 });
    return Promise.all(
      listed.map(async ({ id }) => (await this.store.get(id))!),
    );
  }

  async #letGoOn(rollout: RolloutRecord): Promise<void> {
    if (rollout.state === 'paused') {
      await this.person(viewer =>
        this.commands.steer(rollout, 'resume', { viewer }),
      );
    }
    for (const { id, state } of rollout.approvals) {
      if (state === 'open') {
        await this.person(viewer =>
          this.commands.decide(
            rollout,
            { approvalId: id, decision: 'approved' },
            viewer,
          ),
        );
      }
    }
  }
}

/** The same of another component, in the same accounts. */
function ofPayments(wish: RolloutWish): RolloutWish {
  return {
    ...wish,
    componentRef: 'component:default/payments',
    placements: wish.placements.map(placement => ({
      ...placement,
      workspace: placement.workspace.replace('orders', 'payments'),
    })),
  };
}

/** Looks at each decision that is kept, whoever made it. */
function watched(store: RolloutStore, violations: string[]): RolloutStore {
  const change = store.change.bind(store);
  store.change = async (rollout, next: RolloutChange) => {
    await change(rollout, next);
    violations.push(...checkDecision(rollout as RolloutRecord, next));
  };
  return store;
}

import { mockServices } from '@backstage/backend-test-utils';
import type { ReservationOwner } from '@backstage-soa/plugin-soa-common';
import type { Knex } from 'knex';
import { RolloutStore } from '../../store';

/** A database with the plugin's tables. */
export async function migrated(knex: Knex): Promise<Knex> {
  await RolloutStore.create(
    mockServices.database({ knex, migrations: { skip: false } }),
  );
  return knex;
}

/** An environment of `orders`. */
export function ownerOf(
  id: string,
  change: Partial<ReservationOwner> = {},
): ReservationOwner {
  return {
    kind: 'environment',
    componentRef: 'component:default/orders',
    id,
    ...change,
  };
}

/** Time that goes by only when it is told to. */
export class TestClock {
  #time = Date.UTC(2026, 10, 27, 10);

  readonly now = () => new Date(this.#time);

  pass(seconds: number): void {
    this.#time += seconds * 1_000;
  }
}

import type { SandboxCreation } from '@backstage-soa/plugin-soa-common';
import type { Knex } from 'knex';
import { ACTIVE_STATES } from '../../store';
import type { SandboxRecord } from './SandboxRecord';

type Wanted = Pick<SandboxRecord, 'componentRef' | 'createdAt'>;

/**
 * How far those are that no rollout has made yet.
 *
 * @param records - as many as one query may name
 * @returns by the entity reference of the component
 */
export async function readCreations(
  knex: Knex,
  records: readonly Wanted[],
): Promise<Map<string, SandboxCreation>> {
  const rows: Array<{ component_ref: string; state: string; newest: string }> =
    await knex('soa_rollouts')
      .select('component_ref', 'state')
      .max('created_at as newest')
      .whereIn(
        'component_ref',
        records.map(({ componentRef }) => componentRef),
      )
      .where('operation', 'apply')
      .groupBy('component_ref', 'state');
  const creations = new Map<string, SandboxCreation>();
  for (const { componentRef, createdAt } of records) {
    // One that had the name before has rollouts of its own.
    const states = rows
      .filter(row => row.component_ref === componentRef)
      .filter(({ newest }) => newest >= createdAt)
      .map(({ state }) => state);
    if (!states.includes('applied')) {
      const goesOn = ACTIVE_STATES.some(state => states.includes(state));
      creations.set(componentRef, goesOn ? 'under-way' : 'not-made');
    }
  }
  return creations;
}

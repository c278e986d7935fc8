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
  const creations = records.map(({ componentRef, createdAt }) => {
    // One that had the name before has rollouts of its own.
    const states = rows
      .filter(row => row.component_ref === componentRef)
      .filter(({ newest }) => newest >= createdAt)
      .map(({ state }) => state);
    const goesOn = ACTIVE_STATES.some(state => states.includes(state));
    return [
      componentRef,
      states.includes('applied')
        ? undefined
        : goesOn
        ? 'under-way'
        : 'not-made',
    ] as const;
  });
  return new Map(
    creations.flatMap(([ref, creation]) =>
      creation ? [[ref, creation] as const] : [],
    ),
  );
}

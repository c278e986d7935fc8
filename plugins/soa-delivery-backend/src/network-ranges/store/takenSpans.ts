import type { Knex } from 'knex';
import type { Span } from '../pools';

/**
 * What nobody else may get of some addresses: ranges that are held or not known to
 * be free yet, and VPCs that are there.
 *
 * @returns in the order of their first addresses; they may overlap
 */
export async function takenSpans(
  tx: Knex.Transaction,
  within: Span,
): Promise<Span[]> {
  const taken = await Promise.all(
    ['soa_network_ranges', 'soa_vpc_ranges'].map(
      (table): Promise<Array<{ first: unknown; last: unknown }>> =>
        tx(table)
          .distinct('first', 'last')
          .where('first', '<=', within.last)
          .andWhere('last', '>=', within.first),
    ),
  );
  return (
    taken
      .flat()
      // PostgreSQL gives large numbers as texts.
      .map(({ first, last }) => ({ first: Number(first), last: Number(last) }))
      .sort((a, b) => a.first - b.first)
  );
}

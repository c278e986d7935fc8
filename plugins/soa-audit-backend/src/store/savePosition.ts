import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { PositionRow } from './rows';

/** How far a source has come: to the end, or to where it can go on. */
export type NewPosition = Pick<
  PositionRow,
  'source' | 'account' | 'region' | 'read_from' | 'read_until' | 'resume'
>;

/**
 * Keeps how far a source has come; what failed before is forgotten.
 *
 * @throws InputError if nobody has said where the first read began
 */
export async function savePosition(
  knex: Knex,
  { source, account, region, read_from, read_until, resume }: NewPosition,
): Promise<void> {
  const state = { resume, error: null, error_at: null };
  const query = knex<PositionRow>('soa_audit_positions')
    .insert({ source, account, region, read_from, read_until, ...state })
    .onConflict(['source', 'account', 'region']);
  if (read_until === null) {
    await query.merge(state);
    return;
  }
  if (!read_from) {
    const begun = await knex<PositionRow>('soa_audit_positions')
      .where({ source, account, region })
      .whereNotNull('read_from')
      .first('read_from');
    if (!begun) {
      throw new InputError(
        `The source "${source}" says until when it has read ${account} ${region}, but not since when: give readFrom with the first readUntil`,
      );
    }
  }
  // One who is late does not undo what another has done since.
  const column = 'soa_audit_positions.read_until';
  await query
    .merge({ read_until, ...(read_from && { read_from }), ...state })
    .where(older => older.whereNull(column).orWhere(column, '<=', read_until));
}

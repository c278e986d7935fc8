import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { AccessKey, AccessWish } from './AccessEntry';
import { inOrder } from './inOrder';
import type { AccountRow, EntryRow } from './rows';

/**
 * Asks for entries: those that are there as they are wanted stay as they are,
 * whatever has failed or is to go is asked for anew.
 *
 * @throws ConflictError, and nothing is asked for, if one is another component's:
 *   the catalog may not know yet that a name is taken
 */
export async function requestEntries(
  knex: Knex,
  wishes: readonly AccessWish[],
  at: string,
): Promise<void> {
  await knex.transaction(async tx => {
    for (const wish of inOrder(wishes)) {
      const { organization, account, workspace, project, runtime } = wish;
      await tx<AccountRow>('soa_access_accounts')
        .insert({ organization, account, step: 'idle' })
        .onConflict()
        .ignore();
      const asked = {
        project,
        runtime,
        component_ref: wish.componentRef,
        requested_by: wish.requestedBy,
        requested_at: at,
        wish: 'present',
        state: 'requested',
        reason: null,
        ready_at: null,
        queued_at: at,
        suspects: null,
        missing_since: null,
      };
      const key = { organization, account, workspace };
      await tx<EntryRow>('soa_access_entries')
        .insert({ ...key, ...asked })
        .onConflict()
        .ignore();
      const kept = await tx<EntryRow>('soa_access_entries').where(key).first();
      if (kept?.component_ref !== wish.componentRef) {
        throw new ConflictError(takenByAnother(wish));
      }
      // Its workspace is about to be made: nobody takes its access away meanwhile.
      await tx<EntryRow>('soa_access_entries')
        .where(key)
        .update({ missing_since: null });
      await tx<EntryRow>('soa_access_entries')
        .where(key)
        .andWhere(differs =>
          differs
            .where('state', 'failed')
            .orWhere('wish', '<>', 'present')
            .orWhere('project', '<>', project)
            .orWhere('runtime', '<>', runtime),
        )
        .update({ ...asked, revision: tx.raw('revision + 1') });
    }
  });
}

/** Whose it is stays untold: whoever asks may not see that component. */
export function takenByAnother({ organization, workspace }: AccessKey): string {
  return `${organization}/${workspace} has deploy access for another component already: choose another name for the service, or have that access taken away first`;
}

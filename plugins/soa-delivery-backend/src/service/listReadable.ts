import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { z } from 'zod';
import type { ListedRollout, RolloutStore } from '../store';
import { decodeCursor, encodeCursor } from './cursor';
import type { RolloutAccess } from './RolloutAccess';
import type { rolloutsQuery } from './schemas';

// Who may read little of a lot gets a short page, and goes on from there.
const MOST_ROUNDS = 10;

/** A page of those rollouts that the caller may read. */
export async function listReadable(
  { store, access }: { store: RolloutStore; access: RolloutAccess },
  query: z.infer<typeof rolloutsQuery>,
  credentials: BackstageCredentials,
): Promise<{ items: ListedRollout[]; nextCursor?: string }> {
  const { component: componentRef, initiator, state, limit } = query;
  const items: ListedRollout[] = [];
  let before = decodeCursor(query.cursor);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const records = await store.list({
      componentRef,
      initiator,
      state,
      before,
      limit: limit + 1,
    });
    const readable = await access.readableRollouts(records, credentials);
    for (const record of records.slice(0, limit)) {
      if (items.length === limit) {
        return { items, nextCursor: encodeCursor(items[limit - 1]) };
      }
      if (readable.has(record)) {
        items.push(record);
      }
      before = record;
    }
    if (records.length <= limit) {
      return { items };
    }
  }
  return { items, nextCursor: before && encodeCursor(before) };
}

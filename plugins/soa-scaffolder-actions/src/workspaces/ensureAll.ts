import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import pLimit from 'p-limit';

/** The host's limits hold all the same; one after another would not use them. */
const AT_ONCE = 16;
/** So many in a row that the host did not answer: it will not the others. */
const MOST_UNANSWERED = 3;

/** What became of one of many. */
export type Outcome<R> = { done: R } | { failed: unknown } | 'not tried';

/**
 * Does something with many workspaces, several at once. One that fails stops no
 * other, unless it is plain that the others would fail as well.
 *
 * @returns the outcomes in the order of the items
 * @throws the signal's reason if it is aborted
 */
export async function ensureAll<T, R>(
  items: readonly T[],
  ensure: (item: T) => Promise<R>,
  signal?: AbortSignal,
): Promise<Outcome<R>[]> {
  const limit = pLimit(AT_ONCE);
  let isHopeless = false;
  let unanswered = 0;
  const outcomes = await Promise.all(
    items.map(item =>
      limit(async (): Promise<Outcome<R>> => {
        if (isHopeless || signal?.aborted) {
          return 'not tried';
        }
        try {
          const done = await ensure(item);
          unanswered = 0;
          return { done };
        } catch (error) {
          const kind = error instanceof HcpTerraformError && error.kind;
          unanswered = kind === 'unavailable' ? unanswered + 1 : 0;
          isHopeless ||= kind === 'bad-token' || unanswered >= MOST_UNANSWERED;
          return { failed: error };
        }
      }),
    ),
  );
  signal?.throwIfAborted();
  return outcomes;
}

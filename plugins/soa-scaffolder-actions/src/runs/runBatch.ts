/**
 * Does something to each of a list, several at a time, until one says to stop.
 * What has begun is done to its end.
 *
 * @throws what `work` throws, once all that has begun has ended
 */
export async function runBatch<T, R>(
  items: readonly T[],
  options: {
    concurrency: number;
    work: (item: T) => Promise<R>;
    /** Whether no more are to be begun after this. */
    stops: (result: R) => boolean;
    /** Whether another one may be begun now. */
    mayBegin: () => boolean;
  },
): Promise<{ results: R[]; notBegun: T[] }> {
  const { concurrency, work, stops, mayBegin } = options;
  const results: Array<{ index: number; result: R }> = [];
  let next = 0;
  let hasStopped = false;
  const worker = async () => {
    while (!hasStopped && next < items.length && mayBegin()) {
      const index = next;
      next += 1;
      try {
        const result = await work(items[index]);
        results.push({ index, result });
        hasStopped ||= stops(result);
      } catch (error) {
        hasStopped = true;
        throw error;
      }
    }
  };
  const workers = Array.from({ length: concurrency }, worker);
  const settled = await Promise.allSettled(workers);
  const failed = settled.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') {
    throw failed.reason;
  }
  return {
    results: results
      .sort((a, b) => a.index - b.index)
      .map(({ result }) => result),
    notBegun: items.slice(next),
  };
}

/**
 * Gives some work a time: what does not end by then is told to, and no more is
 * waited for, whether it listens or not.
 *
 * @param deadline - aborted when the time is up
 * @param signal - aborted when nobody wants the work any more
 * @throws what `late` says once the time is up, or the reason of the signal
 */
export async function withDeadline<T>(
  work: (signal: AbortSignal) => Promise<T>,
  options: { deadline: AbortSignal; signal?: AbortSignal; late: () => Error },
): Promise<T> {
  const { deadline, signal, late } = options;
  const either = signal ? AbortSignal.any([signal, deadline]) : deadline;
  either.throwIfAborted();
  let stop = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal?.aborted ? signal.reason : late());
    either.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work(either), aborted]);
  } catch (error) {
    // Whoever listens throws first, in words of its own.
    throw deadline.aborted && !signal?.aborted ? late() : error;
  } finally {
    either.removeEventListener('abort', stop);
  }
}

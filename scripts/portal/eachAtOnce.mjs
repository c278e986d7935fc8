import { availableParallelism, totalmem } from 'node:os';
import { inOnePiece, silence } from './progress.mjs';

/** What a Terraform takes with its provider, and then some. */
const BYTES_EACH = 1024 ** 3;

/**
 * Does something for each of some items, as many at a time as the machine has
 * cores and memory for. What is said of an item comes in one piece. An error
 * keeps none of the others, and is thrown when all are done.
 *
 * @param what - they are, for people who wait
 * @returns what comes of each, in the order of the items
 */
export async function eachAtOnce(
  items,
  what,
  work,
  atOnce = Math.min(
    availableParallelism(),
    Math.max(1, Math.floor(totalmem() / BYTES_EACH)),
  ),
) {
  const results = [];
  const errors = [];
  let done = 0;
  const { heard, end } = silence(
    () => `${done} of ${items.length} ${what} done`,
  );
  const next = items.entries();
  const goOn = async () => {
    for (const [index, item] of next) {
      try {
        results[index] = await inOnePiece(() => work(item));
      } catch (error) {
        errors.push(error);
      }
      done += 1;
      heard();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, goOn)).finally(end);
  if (errors.length > 0) {
    throw errors[0];
  }
  return results;
}

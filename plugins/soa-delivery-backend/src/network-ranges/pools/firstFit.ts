import { sizeOf } from './Span';
import type { Span } from './Span';

/**
 * The first range of a size that is free within a span, beginning where ranges of
 * its size do.
 *
 * @param taken - in the order of their first addresses; they may overlap
 * @returns its first address; `undefined` where there is no room
 */
export function firstFit(
  within: Span,
  prefixLength: number,
  taken: readonly Span[],
): number | undefined {
  const size = sizeOf(prefixLength);
  const align = (address: number) => Math.ceil(address / size) * size;
  let candidate = align(within.first);
  for (const { first, last } of taken) {
    if (first > candidate + size - 1) {
      break;
    }
    if (last >= candidate) {
      candidate = align(last + 1);
    }
  }
  return candidate + size - 1 <= within.last ? candidate : undefined;
}

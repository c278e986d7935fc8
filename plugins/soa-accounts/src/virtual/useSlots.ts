import { useCallback, useMemo } from 'react';
import type { RefObject } from 'react';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { slotKey } from './slotKey';
import { withGaps } from './withGaps';
import type { Slot } from './withGaps';

const OVERSCAN = { rows: 6, columns: 2 };

/**
 * Which rows, or columns, of a large table are drawn: those in sight, some around
 * them, and the one that has the focus.
 *
 * @returns the same list until another one is needed
 */
export function useSlots(options: {
  of: 'rows' | 'columns';
  scroller: RefObject<HTMLElement>;
  count: number;
  /** In pixels; to be the same function until the sizes change. */
  sizeOf: (index: number) => number;
  /** What must stay, wherever it is. */
  focused: number | undefined;
}) {
  const { of, scroller, count, sizeOf, focused } = options;
  const virtualizer = useVirtualizer({
    count,
    horizontal: of === 'columns',
    getScrollElement: () => scroller.current,
    estimateSize: sizeOf,
    // Sizes are looked up anew once this is another function.
    getItemKey: useCallback(
      (index: number) => `${index} ${sizeOf(index)}`,
      [sizeOf],
    ),
    overscan: OVERSCAN[of],
    rangeExtractor: range => {
      const indexes = defaultRangeExtractor(range);
      return focused === undefined ||
        focused >= count ||
        indexes.includes(focused)
        ? indexes
        : [...indexes, focused].sort((one, other) => one - other);
    },
    useFlushSync: false,
  });
  const slots = withGaps(
    virtualizer.getVirtualItems(),
    virtualizer.getTotalSize(),
  );
  const key = slots.map(slot => `${slotKey(slot, String)} ${slot.size}`).join();
  return {
    // eslint-disable-next-line react-hooks/exhaustive-deps
    slots: useMemo((): readonly Slot[] => slots, [key]),
  };
}

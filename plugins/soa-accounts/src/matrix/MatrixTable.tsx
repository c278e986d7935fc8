import { useCallback, useRef, useState } from 'react';
import type { FocusEvent } from 'react';
import { useEntityPath } from '@backstage-soa/plugin-soa-react';
import { slotKey, useSlots } from '../virtual';
import { MatrixHeader } from './MatrixHeader';
import type { MatrixBy, MatrixColumn, MatrixRow } from './matrixRows';
import { COLUMN, HEADER, ROW_HEADER, rowHeight } from './matrixSizes';
import { matrixStyles } from './matrixStyles';
import { MatrixTableRow } from './MatrixTableRow';

/**
 * Services × accounts or Regions: what runs where, and on what. Only what is in
 * sight is drawn; a screen reader is told of the rest.
 */
export function MatrixTable(props: {
  rows: readonly MatrixRow[];
  columns: readonly MatrixColumn[];
  by: MatrixBy;
  label: string;
  /** Of all placements. */
  count: number;
}) {
  const { rows, columns, by, label, count } = props;
  const pathOf = useEntityPath();
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<{ row?: number; column?: number }>({});
  const tall = useSlots({
    of: 'rows',
    scroller,
    count: rows.length,
    sizeOf: useCallback(index => rowHeight(rows[index].fullest), [rows]),
    focused: focused.row,
  });
  const wide = useSlots({
    of: 'columns',
    scroller,
    count: columns.length,
    sizeOf: useCallback(() => COLUMN, []),
    focused: focused.column,
  });
  return (
    <div
      ref={scroller}
      style={{
        maxHeight: '70vh',
        overflow: 'auto',
        position: 'relative',
        // What has the focus is not below what stays in sight.
        scrollPaddingLeft: ROW_HEADER,
        scrollPaddingTop: HEADER,
      }}
      role="region"
      aria-label={label}
      // Whoever has no mouse scrolls with the keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onFocus={({ target }) =>
        setFocused({
          row: indexOf(target, 'row'),
          column: indexOf(target, 'column'),
        })
      }
      onBlur={() => setFocused({})}
    >
      <table
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        style={{
          borderCollapse: 'separate',
          borderSpacing: 0,
          tableLayout: 'fixed',
          width: ROW_HEADER + columns.length * COLUMN,
        }}
      >
        <colgroup>
          <col style={{ width: ROW_HEADER }} />
          {wide.slots.map(slot => (
            <col key={slotKey(slot, String)} style={{ width: slot.size }} />
          ))}
        </colgroup>
        <MatrixHeader
          columns={columns}
          slots={wide.slots}
          pathOf={pathOf}
          count={count}
        />
        <tbody>
          {tall.slots.map(slot =>
            slot.index === undefined ? (
              <tr key={slotKey(slot, String)} aria-hidden="true">
                <td style={{ ...matrixStyles.gap, height: slot.size }} />
              </tr>
            ) : (
              <MatrixTableRow
                key={rows[slot.index].componentRef}
                row={rows[slot.index]}
                index={slot.index}
                height={slot.size}
                columns={columns}
                slots={wide.slots}
                by={by}
                pathOf={pathOf}
              />
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

/** In which row or column something is. */
function indexOf(
  element: FocusEvent['target'],
  of: 'row' | 'column',
): number | undefined {
  const index = element.closest<HTMLElement>(`[data-${of}]`)?.dataset[of];
  return index === undefined ? undefined : Number(index);
}

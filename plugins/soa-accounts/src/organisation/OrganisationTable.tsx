import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { soaAccountsTranslationRef } from '../translation';
import { slotKey, useSlots } from '../virtual';
import { moveOf } from './moveOf';
import { ROW, treeStyles } from './treeStyles';
import { TreeTableRow } from './TreeTableRow';
import type { TreeRow } from './visibleRows';

const WIDTHS = ['38%', '14%', '14%', '12%', '22%'];

/** Organisations with their units and accounts, as a tree in which keys move. */
export function OrganisationTable(props: {
  rows: readonly TreeRow[];
  onToggle: (row: TreeRow) => void;
}) {
  const { rows, onToggle } = props;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(rows[0].node.id);
  const [hasFocus, setHasFocus] = useState(false);
  const moved = useRef(false);
  const found = rows.findIndex(({ node }) => node.id === active);
  const at = Math.max(found, 0);
  const { slots } = useSlots({
    of: 'rows',
    scroller,
    count: rows.length,
    sizeOf: useCallback(() => ROW, []),
    focused: hasFocus || moved.current ? at : undefined,
  });
  useLayoutEffect(() => {
    if (moved.current) {
      moved.current = false;
      scroller.current
        ?.querySelector<HTMLElement>(`[data-row="${at}"]`)
        ?.focus();
    }
  });

  const press = (event: KeyboardEvent) => {
    const isOnRow = (event.target as HTMLElement).dataset.row !== undefined;
    const isChoice = event.key === 'Enter' || event.key === ' ';
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const move =
      isPlain && (isOnRow || !isChoice)
        ? moveOf(event.key, rows, at)
        : undefined;
    if (!move) {
      return;
    }
    event.preventDefault();
    if ('toggle' in move) {
      onToggle(move.toggle);
    } else {
      moved.current = true;
      setActive(rows[move.goTo].node.id);
    }
  };

  const headers = [
    'column.account',
    'column.state',
    'column.owner',
    'column.environment',
    'column.runs',
  ] as const;
  return (
    <div ref={scroller} style={{ maxHeight: '70vh', overflow: 'auto' }}>
      <table
        // Its keys are handled below: it is a tree whose rows have columns.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="treegrid"
        aria-label={t('organisation.label')}
        aria-rowcount={rows.length + 1}
        onKeyDown={press}
        onFocus={({ target }) => {
          setHasFocus(true);
          const index = target.closest<HTMLElement>('[data-row]')?.dataset.row;
          if (index !== undefined) {
            setActive(rows[Number(index)].node.id);
          }
        }}
        onBlur={() => setHasFocus(false)}
        style={{
          borderCollapse: 'separate',
          borderSpacing: 0,
          minWidth: 900,
          tableLayout: 'fixed',
          width: '100%',
        }}
      >
        <colgroup>
          {WIDTHS.map((width, index) => (
            <col key={headers[index]} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr role="row" aria-rowindex={1}>
            {headers.map(key => (
              <th
                key={key}
                role="columnheader"
                scope="col"
                style={treeStyles.header}
              >
                {t(key === 'column.account' ? 'organisation.search' : key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {slots.map(slot =>
            slot.index === undefined ? (
              <tr key={slotKey(slot, String)} aria-hidden="true">
                <td style={{ height: slot.size, padding: 0 }} />
              </tr>
            ) : (
              <TreeTableRow
                key={rows[slot.index].node.id}
                row={rows[slot.index]}
                index={slot.index}
                isActive={slot.index === at}
                onToggle={onToggle}
              />
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

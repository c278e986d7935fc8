import { memo } from 'react';
import { Link } from 'react-router-dom';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { serviceName } from '../filters';
import { soaAccountsTranslationRef } from '../translation';
import { slotKey } from '../virtual';
import type { Slot } from '../virtual';
import { MatrixCell } from './MatrixCell';
import type { MatrixBy, MatrixColumn, MatrixRow } from './matrixRows';
import { matrixStyles } from './matrixStyles';

function ServiceRow(props: {
  row: MatrixRow;
  /** Among all rows, from 0. */
  index: number;
  height: number;
  columns: readonly MatrixColumn[];
  slots: readonly Slot[];
  by: MatrixBy;
  pathOf: (entityRef: string) => string;
}) {
  const { row, index, height, columns, slots, by, pathOf } = props;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const name = serviceName(row.componentRef);
  // Most cells are empty, and cost nothing.
  const cellAt = (column: string) => {
    const items = row.cells.get(column);
    return items && <MatrixCell items={items} by={by} pathOf={pathOf} />;
  };
  return (
    <tr aria-rowindex={index + 2} data-row={index} style={{ height }}>
      <th scope="row" aria-colindex={1} style={matrixStyles.rowHeader}>
        <div style={{ ...matrixStyles.line, justifyContent: 'space-between' }}>
          <Link
            to={pathOf(row.componentRef)}
            title={name}
            style={matrixStyles.link}
          >
            {name}
          </Link>
          <span style={matrixStyles.quiet}>
            {t('matrix.placements', { count: row.count })}
          </span>
        </div>
      </th>
      {slots.map(slot =>
        slot.index === undefined ? (
          <td
            key={slotKey(slot, String)}
            aria-hidden="true"
            style={matrixStyles.gap}
          />
        ) : (
          <td
            key={columns[slot.index].id}
            aria-colindex={slot.index + 2}
            data-column={slot.index}
            style={matrixStyles.cell}
          >
            {cellAt(columns[slot.index].id)}
          </td>
        ),
      )}
    </tr>
  );
}

/** A service: drawn anew only if it, or the columns in sight, change. */
export const MatrixTableRow = memo(ServiceRow);

import { memo } from 'react';
import { Link } from 'react-router-dom';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { soaAccountsTranslationRef } from '../translation';
import { slotKey } from '../virtual';
import type { Slot } from '../virtual';
import type { MatrixColumn } from './matrixRows';
import { HEADER } from './matrixSizes';
import { matrixStyles } from './matrixStyles';

function Header(props: {
  columns: readonly MatrixColumn[];
  slots: readonly Slot[];
  pathOf: (entityRef: string) => string;
  /** Of all rows and columns. */
  count: number;
}) {
  const { columns, slots, pathOf, count } = props;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  return (
    <thead>
      <tr aria-rowindex={1} style={{ height: HEADER }}>
        <th scope="col" aria-colindex={1} style={matrixStyles.corner}>
          <div>{t('column.service')}</div>
          <div style={matrixStyles.quiet}>
            {t('matrix.placements', { count })}
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
            <ColumnHeader
              key={columns[slot.index].id}
              column={columns[slot.index]}
              index={slot.index}
              pathOf={pathOf}
            />
          ),
        )}
      </tr>
    </thead>
  );
}

/** Accounts or Regions, each with how many placements it has. */
export const MatrixHeader = memo(Header);

function ColumnHeader(props: {
  column: MatrixColumn;
  index: number;
  pathOf: (entityRef: string) => string;
}) {
  const { index, pathOf } = props;
  const { id, name, entityRef, count } = props.column;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  return (
    <th
      scope="col"
      aria-colindex={index + 2}
      data-column={index}
      style={matrixStyles.columnHeader}
    >
      <div style={matrixStyles.text}>
        {entityRef ? (
          <Link to={pathOf(entityRef)} title={name} style={matrixStyles.link}>
            {name}
          </Link>
        ) : (
          name
        )}
      </div>
      {name !== id && <div style={matrixStyles.quiet}>{id}</div>}
      <div style={matrixStyles.quiet}>{t('matrix.placements', { count })}</div>
    </th>
  );
}

import { Text } from '@backstage/ui';
import { EntityLink } from '@backstage-soa/plugin-soa-react';
import type { CSSProperties } from 'react';
import { MatrixCell } from './MatrixCell';
import type { MatrixBy, MatrixColumn, MatrixRow } from './matrixRows';

const EDGE = '1px solid var(--bui-border-1, rgba(128, 128, 128, 0.35))';
const SURFACE = 'var(--bui-bg-app, Canvas)';

const cell: CSSProperties = {
  borderBottom: EDGE,
  padding: 'var(--bui-space-2)',
  textAlign: 'left',
  verticalAlign: 'top',
  whiteSpace: 'nowrap',
};
const rowHeader: CSSProperties = {
  ...cell,
  background: SURFACE,
  left: 0,
  position: 'sticky',
};
const columnHeader: CSSProperties = {
  ...cell,
  background: SURFACE,
  position: 'sticky',
  top: 0,
};

/** Services × accounts or Regions: what runs where, and on what. */
export function MatrixTable(props: {
  rows: readonly MatrixRow[];
  columns: readonly MatrixColumn[];
  by: MatrixBy;
  label: string;
  corner: string;
}) {
  const { rows, columns, by, label, corner } = props;
  return (
    <div
      style={{ maxHeight: '70vh', overflow: 'auto' }}
      role="region"
      aria-label={label}
      // Whoever has no mouse scrolls with the keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table
        aria-label={label}
        style={{ borderCollapse: 'separate', borderSpacing: 0 }}
      >
        <thead>
          <tr>
            <th scope="col" style={{ ...columnHeader, left: 0, zIndex: 2 }}>
              <Text weight="bold">{corner}</Text>
            </th>
            {columns.map(({ id, name, entityRef }) => (
              <th key={id} scope="col" style={{ ...columnHeader, zIndex: 1 }}>
                {entityRef ? (
                  <EntityLink entityRef={entityRef}>{name}</EntityLink>
                ) : (
                  <Text weight="bold">{name}</Text>
                )}
                {name !== id && (
                  <div>
                    <Text variant="body-small" color="secondary">
                      {id}
                    </Text>
                  </div>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ componentRef, cells }) => (
            <tr key={componentRef}>
              <th scope="row" style={rowHeader}>
                <EntityLink entityRef={componentRef} />
              </th>
              {columns.map(({ id }) => (
                <td key={id} style={cell}>
                  <MatrixCell items={cells.get(id) ?? []} by={by} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

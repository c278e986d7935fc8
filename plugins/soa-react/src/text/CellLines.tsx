import { Cell, Text } from '@backstage/ui';
import type { ReactNode } from 'react';

/**
 * A cell of a table with a second line, which reads as well in the dark and on
 * cards as the first.
 *
 * @public
 */
export function CellLines(props: { title: ReactNode; detail?: ReactNode }) {
  return (
    <Cell>
      <Text>{props.title}</Text>
      {props.detail && (
        <div>
          <Text variant="body-small">{props.detail}</Text>
        </div>
      )}
    </Cell>
  );
}

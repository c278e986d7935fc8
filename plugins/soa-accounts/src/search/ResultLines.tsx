import { Flex } from '@backstage/ui';
import type { ReactNode } from 'react';

/** A search result: lines of text beside an icon. */
export function ResultLines(props: { icon?: ReactNode; children: ReactNode }) {
  return (
    <Flex gap="3" align="start">
      {props.icon && <span aria-hidden="true">{props.icon}</span>}
      <Flex direction="column" gap="1">
        {props.children}
      </Flex>
    </Flex>
  );
}

import { Flex, Text } from '@backstage/ui';
import type { ReactNode } from 'react';

/** What is above a table: how much it holds, and what can be done with it. */
export function TableHead(props: { counts: string; children?: ReactNode }) {
  return (
    <Flex gap="3" align="center" justify="between">
      <Text color="secondary" role="status">
        {props.counts}
      </Text>
      {props.children}
    </Flex>
  );
}

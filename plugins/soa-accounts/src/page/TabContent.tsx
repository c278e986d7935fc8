import { Container, Flex } from '@backstage/ui';
import type { ReactNode } from 'react';

/** What is below the tabs. */
export function TabContent(props: { children: ReactNode }) {
  return (
    <main>
      <Container>
        <Flex direction="column" gap="4" py="4">
          {props.children}
        </Flex>
      </Container>
    </main>
  );
}

import type { ReactNode } from 'react';
import { Text } from '@backstage/ui';

/** What is known of something, each with its name before it. */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <dl
      style={{
        display: 'grid',
        gridTemplateColumns: 'minmax(6rem, max-content) minmax(0, 1fr)',
        gap: 'var(--bui-space-2) var(--bui-space-4)',
        margin: 0,
      }}
    >
      {children}
    </dl>
  );
}

/** One of them. */
export function Fact(props: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>
        <Text color="secondary">{props.name}</Text>
      </dt>
      <dd style={{ margin: 0, overflowWrap: 'anywhere' }}>{props.children}</dd>
    </>
  );
}

import type { ReactNode } from 'react';
import { Text } from '@backstage/ui';

/**
 * What is known of something, each with its name before it, in line with other lists.
 *
 * @public
 */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <dl
      style={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 10rem) minmax(0, 1fr)',
        gap: 'var(--bui-space-2) var(--bui-space-4)',
        margin: 0,
      }}
    >
      {children}
    </dl>
  );
}

/**
 * One of {@link Facts}.
 *
 * @public
 */
export function Fact(props: { name: string; children: ReactNode }) {
  return (
    <>
      <dt style={{ overflowWrap: 'anywhere' }}>
        {/* On cards, no colour but the text's own reads well in the dark. */}
        <Text weight="bold">{props.name}</Text>
      </dt>
      <dd style={{ margin: 0, overflowWrap: 'anywhere' }}>{props.children}</dd>
    </>
  );
}

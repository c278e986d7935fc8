import type { CSSProperties } from 'react';

/** A list that runs from left to right, and goes on below where it has no room. */
export const flowList: CSSProperties = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
  listStyle: 'none',
  margin: 0,
  padding: 0,
};

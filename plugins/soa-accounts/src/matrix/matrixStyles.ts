import type { CSSProperties } from 'react';
import { LINE } from './matrixSizes';

const EDGE = '1px solid var(--bui-border-1, rgba(128, 128, 128, 0.35))';
const SURFACE = 'var(--bui-bg-app, Canvas)';

const cell: CSSProperties = {
  borderBottom: EDGE,
  boxSizing: 'border-box',
  color: 'var(--bui-fg-primary, inherit)',
  fontFamily: 'var(--bui-font-regular, inherit)',
  fontSize: 'var(--bui-font-size-3, inherit)',
  fontWeight: 'normal',
  lineHeight: `${LINE}px`,
  overflow: 'hidden',
  padding: '7px 8px',
  textAlign: 'left',
  verticalAlign: 'top',
  whiteSpace: 'nowrap',
};

/** How the parts of the matrix look. */
export const matrixStyles = {
  cell,
  gap: { padding: 0, border: 0 },
  rowHeader: {
    ...cell,
    background: SURFACE,
    left: 0,
    position: 'sticky',
    zIndex: 1,
  },
  columnHeader: {
    ...cell,
    background: SURFACE,
    position: 'sticky',
    top: 0,
    zIndex: 2,
  },
  corner: {
    ...cell,
    background: SURFACE,
    left: 0,
    position: 'sticky',
    top: 0,
    zIndex: 3,
  },
  line: { display: 'flex', gap: 4 },
  text: { overflow: 'hidden', textOverflow: 'ellipsis' },
  link: {
    color: 'inherit',
    flexShrink: 1,
    overflow: 'hidden',
    textDecoration: 'underline',
    textDecorationColor: 'color-mix(in srgb, currentColor 30%, transparent)',
    textOverflow: 'ellipsis',
    textUnderlineOffset: 3,
  },
  quiet: { color: 'var(--bui-fg-secondary, inherit)' },
} satisfies Record<string, CSSProperties>;

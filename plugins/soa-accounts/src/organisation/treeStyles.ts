import type { CSSProperties } from 'react';

/** Sizes of what is drawn, in pixels: they are known before it is. */
export const ROW = 40;

const cell: CSSProperties = {
  borderBottom: '1px solid var(--bui-border-1, rgba(128, 128, 128, 0.35))',
  boxSizing: 'border-box',
  color: 'var(--bui-fg-primary, inherit)',
  fontFamily: 'var(--bui-font-regular, inherit)',
  fontSize: 'var(--bui-font-size-3, inherit)',
  fontWeight: 'normal',
  height: ROW,
  lineHeight: '24px',
  overflow: 'hidden',
  padding: '7px 8px',
  textAlign: 'left',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
};

/** How the parts of the tree look. */
export const treeStyles = {
  cell,
  header: {
    ...cell,
    background: 'var(--bui-bg-app, Canvas)',
    fontWeight: 'bold',
    position: 'sticky',
    top: 0,
    zIndex: 1,
  },
  link: {
    color: 'inherit',
    textDecoration: 'underline',
    textDecorationColor: 'color-mix(in srgb, currentColor 30%, transparent)',
    textUnderlineOffset: 3,
  },
  quiet: { color: 'var(--bui-fg-secondary, inherit)' },
  toggle: {
    background: 'none',
    border: 0,
    color: 'inherit',
    cursor: 'pointer',
    font: 'inherit',
    height: 24,
    padding: 0,
    width: 24,
  },
} satisfies Record<string, CSSProperties>;

import type { TargetGroup } from '../targets/targetGroup';

/** Its shape tells what its colour tells. */
const MARKS: Record<
  TargetGroup,
  { color: string; path: string; isHollow?: boolean }
> = {
  done: { color: 'var(--bui-positive-fg-subdued)', path: 'M0 0h10v10H0z' },
  failed: { color: 'var(--bui-negative-fg-subdued)', path: 'M5 0l5 10H0z' },
  person: {
    color: 'var(--bui-warning-fg-subdued)',
    path: 'M5 0a5 5 0 1 1 0 10a5 5 0 1 1 0-10',
  },
  active: {
    color: 'var(--bui-announcement-fg-subdued)',
    path: 'M5 0l5 5l-5 5l-5-5z',
  },
  waiting: {
    color: 'var(--bui-fg-secondary)',
    path: 'M.75 .75h8.5v8.5h-8.5z',
    isHollow: true,
  },
  'rolled-back': { color: 'var(--bui-fg-secondary)', path: 'M10 0v10l-10-5z' },
  ended: { color: 'var(--bui-fg-secondary)', path: 'M0 4h10v2.5H0z' },
};

/** A placement in the picture, ten units wide. */
export function PlacementMark(props: {
  group: TargetGroup;
  x?: number;
  y?: number;
}) {
  const { group, x = 0, y = 0 } = props;
  const { color, path, isHollow } = MARKS[group];
  return (
    <path
      d={path}
      transform={`translate(${x} ${y})`}
      fill={isHollow ? 'none' : color}
      stroke={isHollow ? color : undefined}
      strokeWidth={isHollow ? 1.5 : undefined}
      data-group={group}
    />
  );
}

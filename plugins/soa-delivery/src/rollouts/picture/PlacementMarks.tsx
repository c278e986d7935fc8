import type { RolloutTarget } from '@backstage-soa/plugin-soa-common';
import { targetGroupOf } from '../targets/targetGroup';
import { PlacementMark } from './PlacementMark';

const IN_A_ROW = 10;
const STEP = 13;
const MARK = 10;

/** A mark for each placement of a wave; how many are in which state is in words beside it. */
export function PlacementMarks(props: { targets: readonly RolloutTarget[] }) {
  const { targets } = props;
  const rows = Math.max(1, Math.ceil(targets.length / IN_A_ROW));
  const width = IN_A_ROW * STEP - (STEP - MARK);
  const height = rows * STEP - (STEP - MARK);
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      {targets.map((target, index) => (
        <PlacementMark
          key={target.placement.key}
          group={targetGroupOf(target)}
          x={(index % IN_A_ROW) * STEP}
          y={Math.floor(index / IN_A_ROW) * STEP}
        />
      ))}
    </svg>
  );
}

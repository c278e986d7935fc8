import { GLOBAL_REGION } from '@backstage-soa/plugin-soa-common';

/**
 * How far a Region is from another, as far as their names tell: 0 for the same
 * one and for what is global, 1 for the same part of the world's part
 * (`us-east-1` and `us-east-2`), 2 for the same part of the world (`us-west-2`),
 * 3 for any other.
 */
export function regionDistance(from: string, to: string): number {
  if (from === to || to === GLOBAL_REGION) {
    return 0;
  }
  const areas = [from, to].map(region => region.replace(/-\d+$/, ''));
  if (areas[0] === areas[1]) {
    return 1;
  }
  const [here, there] = areas.map(area => area.split('-')[0]);
  return here === there ? 2 : 3;
}

import type { ResolvedPlacement } from '@backstage-soa/plugin-soa-common';
import { placementOf } from './requestOf';

const REGIONS: Record<string, string> = {
  use1: 'us-east-1',
  euw1: 'eu-west-1',
  apne1: 'ap-northeast-1',
};

/** Placements by what their keys say: `prod-use1`, or `prod-use1-c1` of a cell. */
export function placementsOf(...keys: string[]): ResolvedPlacement[] {
  return keys.map(key => {
    const [environment, short, cell] = key.split('-');
    return {
      ...placementOf(REGIONS[short], short, environment),
      key,
      ...(cell !== undefined && { cell }),
    };
  });
}

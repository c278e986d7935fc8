import { GLOBAL_REGION } from '@backstage-soa/plugin-soa-common';
import type { PlacementItem } from '@backstage-soa/plugin-soa-common';
import { isRunning } from '../placements';

/** A service in a Region, for one environment. */
export interface RegionalService {
  /** Of the service and the environment. */
  id: string;
  componentRef: string;
  environment: string;
  /** What runs in the Region. */
  here: readonly PlacementItem[];
  /** The other Regions in which the environment has it running. */
  elsewhere: readonly string[];
}

/** What runs in a Region, and what becomes of it if the Region fails. */
export interface RegionUse {
  region: string;
  /** Whether it is none: what is global fails with no Region. */
  isGlobal: boolean;
  placements: readonly PlacementItem[];
  /** Those that run nowhere else, environment by environment. */
  lost: readonly RegionalService[];
  /** Those that another Region of the same environment has, too. */
  kept: readonly RegionalService[];
}

/**
 * What is in each Region, in the order of their names, what is global last.
 *
 * @param items - all placements, since a service that is left out would not be saved
 * @param fits - which of them are looked for
 */
export function regionUses(
  items: readonly PlacementItem[],
  fits: (item: PlacementItem) => boolean,
): RegionUse[] {
  const uses = new Map<string, PlacementItem[]>();
  const services = new Map<string, Map<string, PlacementItem[]>>();
  for (const item of items) {
    if (fits(item)) {
      push(uses, item.region, item);
    }
    if (isRunning(item)) {
      const id = `${item.componentRef} ${item.environment}`;
      const regions = services.get(id) ?? new Map<string, PlacementItem[]>();
      services.set(id, regions);
      push(regions, item.region, item);
    }
  }
  const lost = new Map<string, RegionalService[]>();
  const kept = new Map<string, RegionalService[]>();
  for (const [id, regions] of services) {
    const names = [...regions.keys()].filter(name => name !== GLOBAL_REGION);
    for (const region of names) {
      const here = regions.get(region)!.filter(fits);
      if (here.length > 0) {
        const elsewhere = names.filter(name => name !== region).sort();
        const { componentRef, environment } = here[0];
        push(elsewhere.length === 0 ? lost : kept, region, {
          id,
          componentRef,
          environment,
          here,
          elsewhere,
        });
      }
    }
  }
  return [...uses]
    .map(([region, placements]) => ({
      region,
      isGlobal: region === GLOBAL_REGION,
      placements,
      lost: (lost.get(region) ?? []).sort(byId),
      kept: (kept.get(region) ?? []).sort(byId),
    }))
    .sort(
      (one, other) =>
        Number(one.isGlobal) - Number(other.isGlobal) ||
        (one.region < other.region ? -1 : 1),
    );
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list) {
    list.push(item);
  } else {
    map.set(key, [item]);
  }
}

function byId(one: RegionalService, other: RegionalService): number {
  return one.id < other.id ? -1 : 1;
}

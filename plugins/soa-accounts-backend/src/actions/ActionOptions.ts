import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ReadableEntities } from '../access';
import type { PlacementReader } from '../placements';
import type { PlacementResolver } from '../resolution';
import type { SnapshotReader } from '../snapshot';

/** What actions answer from: what the routes are served from. */
export interface ActionOptions {
  actionsRegistry: ActionsRegistryService;
  inventory: Pick<SnapshotReader, 'read'>;
  readable: Pick<ReadableEntities, 'refs'>;
  placements: Pick<PlacementReader, 'list' | 'shown'>;
  resolver: Pick<PlacementResolver, 'resolve'>;
}

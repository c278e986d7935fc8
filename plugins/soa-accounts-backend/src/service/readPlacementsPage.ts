import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Page, PlacementItem } from '@backstage-soa/plugin-soa-common';
import type { z } from 'zod';
import { placementOrder } from '../placements';
import type { PlacementReader } from '../placements';
import { matches } from './matches';
import { readPage } from './readPage';
import type { placementsQuery } from './schemas';

/** A page of placements, as the caller may see them. */
export async function readPlacementsPage(
  placements: Pick<PlacementReader, 'list' | 'shown'>,
  query: z.output<typeof placementsQuery>,
  credentials: BackstageCredentials,
): Promise<Page<PlacementItem>> {
  return readPage({
    items: await placements.list(
      { componentRef: query.component, accountId: query.account },
      credentials,
    ),
    key: placementOrder,
    wanted: item =>
      matches(item.componentRef, query.component) &&
      matches(item.account.id, query.account) &&
      matches(item.region, query.region) &&
      matches(item.runtime, query.runtime) &&
      matches(item.environment, query.environment) &&
      matches(item.state, query.state),
    query,
    shown: page => placements.shown(page, credentials),
  });
}

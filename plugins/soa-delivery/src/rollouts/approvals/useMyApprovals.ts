import { useApi } from '@backstage/core-plugin-api';
import type {
  Page,
  RolloutApprovalItem,
} from '@backstage-soa/plugin-soa-common';
import { useLoaded } from '@backstage-soa/plugin-soa-react';
import type { Loaded } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryApiRef } from '../../api';

const POLL_MS = 30_000;
// Of a page, all may be what one may not decide.
const MOST_PAGES = 5;

/** The first of what waits for the viewer's approval. */
export function useMyApprovals(): Loaded<Page<RolloutApprovalItem>> {
  const api = useApi(soaDeliveryApiRef);
  return useLoaded(
    'my-approvals',
    async signal => {
      const items: RolloutApprovalItem[] = [];
      let nextCursor: string | undefined;
      for (let pages = 0; pages < MOST_PAGES; pages += 1) {
        const page = await api.listApprovals({ cursor: nextCursor }, signal);
        items.push(...page.items);
        nextCursor = page.nextCursor;
        if (!nextCursor || items.length > 0) {
          break;
        }
      }
      return { items, nextCursor };
    },
    POLL_MS,
  );
}

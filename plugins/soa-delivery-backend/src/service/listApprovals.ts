import type {
  Page,
  RolloutApprovalItem,
} from '@backstage-soa/plugin-soa-common';
import type { RolloutStore } from '../store';
import { decodeCursor, encodeCursor } from './cursor';
import { toApproval } from './toApproval';
import type { Viewer } from './Viewer';

/** A page of what waits for the viewer's decision, the oldest first. */
export async function listApprovals(
  store: Pick<RolloutStore, 'listOpenApprovals' | 'getAll'>,
  viewer: Viewer,
  query: { cursor?: string; limit: number },
): Promise<Page<RolloutApprovalItem>> {
  const after = decodeCursor(query.cursor);
  const asked = (await store.listOpenApprovals()).filter(
    ({ approval, rollout }) =>
      viewer.whyNot(approval, rollout) === undefined &&
      (!after ||
        approval.openedAt! > after.createdAt ||
        (approval.openedAt === after.createdAt && approval.id > after.id)),
  );
  const may = await viewer.mayOf(
    asked.map(({ rollout }) => rollout.componentRef),
  );
  const mine = asked
    .filter(({ rollout }) => may.get(rollout.componentRef)?.approve)
    .sort((a, b) => (placeOf(a.approval) < placeOf(b.approval) ? -1 : 1));
  const page = mine.slice(0, query.limit);
  const records = new Map(
    (await store.getAll(page.map(({ rollout }) => rollout.id))).map(
      record => [record.id, record] as const,
    ),
  );
  const last = page.at(-1)?.approval;
  return {
    items: page.flatMap(({ approval, rollout }) => {
      const record = records.get(rollout.id);
      return record
        ? [
            {
              ...toApproval(approval, record, { mayDecide: () => true }),
              rolloutId: rollout.id,
              componentRef: rollout.componentRef,
              initiator: rollout.initiator,
            },
          ]
        : [];
    }),
    ...(mine.length > page.length &&
      last && {
        nextCursor: encodeCursor({ createdAt: last.openedAt!, id: last.id }),
      }),
  };
}

function placeOf({ openedAt, id }: { openedAt?: string; id: string }): string {
  return `${openedAt} ${id}`;
}

import { approvalOf, rolloutIn } from '../decide/__testUtils__/deciding';
import type { ApprovalRecord, RolloutRecord } from '../store';
import { viewerOf } from './__testUtils__/viewerOf';
import { listApprovals } from './listApprovals';

const ORDERS = 'component:default/orders';
const CART = 'component:default/cart';

/** An open approval in a rollout of its own. */
function asked(
  id: string,
  openedAt: string,
  change: Partial<ApprovalRecord> = {},
  rollout: Partial<RolloutRecord> = {},
) {
  const approval = approvalOf({ id, openedAt, state: 'open', ...change });
  return {
    approval,
    rollout: rolloutIn(
      { 'prod-use1': {} },
      { id: `of-${id}`, approvals: [approval], ...rollout },
    ),
  };
}

const storeOf = (all: Array<ReturnType<typeof asked>>) => ({
  listOpenApprovals: async () => all,
  getAll: async (ids: readonly string[]) =>
    ids.flatMap(
      id => all.find(({ rollout }) => rollout.id === id)?.rollout ?? [],
    ),
});

const shop = (denied: string[] = []) =>
  viewerOf('user:default/mia', { groups: ['group:default/team-shop'], denied })
    .viewer;

describe('listApprovals', () => {
  it('gives what one may decide on, and of what it is', async () => {
    const store = storeOf([
      asked('ours', '1'),
      asked('theirs', '2', { groups: ['group:default/team-pay'] }),
      asked('own', '3', {}, { initiator: 'user:default/mia' }),
      asked('denied', '4', {}, { componentRef: CART }),
    ]);
    const viewer = await shop([`soa.rollout.approve ${CART}`]);
    const page = await listApprovals(store, viewer, { limit: 10 });
    expect(page).toEqual({
      items: [
        expect.objectContaining({
          id: 'ours',
          kind: 'stage',
          environment: 'prod',
          mayDecide: true,
          rolloutId: 'of-ours',
          componentRef: ORDERS,
          initiator: 'user:default/guest',
        }),
      ],
    });
  });

  it('gives the oldest first, from page to page, each once', async () => {
    const store = storeOf([
      asked('c', '2'),
      asked('a', '2'),
      asked('d', '3'),
      asked('b', '1'),
      asked('e', '2'),
    ]);
    const viewer = await shop();
    const found: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await listApprovals(store, viewer, { limit: 2, cursor });
      found.push(page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(found).toEqual([['b', 'a'], ['c', 'e'], ['d']]);
  });

  it('refuses a cursor that is none', async () => {
    await expect(
      listApprovals(storeOf([]), await shop(), { limit: 2, cursor: 'x' }),
    ).rejects.toThrow(/^cursor/);
  });

  it('leaves out what has gone meanwhile', async () => {
    const store = { ...storeOf([asked('a', '1')]), getAll: async () => [] };
    expect(await listApprovals(store, await shop(), { limit: 2 })).toEqual({
      items: [],
    });
  });
});

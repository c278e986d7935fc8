import { mockServices } from '@backstage/backend-test-utils';
import { recordOf } from '../advance/__testUtils__/recordOf';
import type { ApprovalRecord } from '../store';
import { RolloutNotifier } from './RolloutNotifier';

const OPENED = '2026-11-20T10:00:00.000Z';

function set(change: Partial<ApprovalRecord> = {}) {
  const rollout = recordOf([], {
    state: 'failed',
    endedAt: OPENED,
    message: 'prod: 1 of 2 placements failed.',
  });
  const approval: ApprovalRecord = {
    id: 'approval-1',
    rolloutId: rollout.id,
    kind: 'stage',
    stage: 0,
    groups: ['group:default/team-platform'],
    notInitiator: true,
    state: 'open',
    openedAt: OPENED,
    ...change,
  };
  const store = {
    listOpenApprovals: jest.fn(async (filter?: { untold?: boolean }) =>
      filter?.untold && approval.toldAt ? [] : [{ approval, rollout }],
    ),
    listUntoldEnds: jest.fn(async () => [rollout]),
    markApprovalTold: jest.fn(async () => {}),
    markEndTold: jest.fn(async () => {}),
  };
  const send = jest.fn(async () => {});
  let time = Date.parse(OPENED);
  const notifier = new RolloutNotifier({
    store,
    notifications: { send },
    logger: mockServices.logger.mock(),
    now: () => new Date(time),
  });
  return {
    store,
    send,
    notifier,
    pass: (minutes: number) => {
      time += minutes * 60_000;
    },
  };
}

describe('RolloutNotifier', () => {
  it('tells those who may decide, and whoever started it how it ended', async () => {
    const { store, send, notifier } = set();
    await notifier.run();
    expect(send.mock.calls).toMatchObject([
      [
        {
          recipients: {
            entityRef: ['group:default/team-platform'],
            excludeEntityRef: 'user:default/guest',
          },
          payload: {
            title: 'A rollout of orders waits for your approval',
            link: '/soa-delivery/rollouts/rollout-1',
            scope: 'approval:approval-1',
          },
        },
      ],
      [
        {
          recipients: { entityRef: 'user:default/guest' },
          payload: {
            title: 'The rollout of orders has failed',
            description: 'prod: 1 of 2 placements failed.',
            severity: 'high',
          },
        },
      ],
    ]);
    expect(store.markApprovalTold).toHaveBeenCalledWith('approval-1');
    expect(store.markEndTold).toHaveBeenCalledWith('rollout-1');
  });

  it.each([
    ['applied', 'is applied', 'low'],
    ['destroyed', 'has destroyed it', 'low'],
    ['canceled', 'is canceled', 'high'],
    ['rolled-back', 'is rolled back', 'high'],
  ] as const)('tells of what is %s', async (state, words, severity) => {
    const { store, send, notifier } = set({ toldAt: OPENED });
    store.listUntoldEnds.mockResolvedValue([
      recordOf([], { state, endedAt: OPENED }),
    ]);
    await notifier.run();
    expect(send.mock.calls).toMatchObject([
      [{ payload: { title: `The rollout of orders ${words}`, severity } }],
    ]);
  });

  it('tells nobody twice, and nobody where nobody is named', async () => {
    const told = set({ toldAt: OPENED });
    told.store.listUntoldEnds.mockResolvedValue([]);
    await told.notifier.run();
    expect(told.send).not.toHaveBeenCalled();
    const anybody = set({ groups: [] });
    anybody.store.listUntoldEnds.mockResolvedValue([]);
    await anybody.notifier.run();
    expect(anybody.send).not.toHaveBeenCalled();
    expect(anybody.store.markApprovalTold).toHaveBeenCalled();
  });

  it('tries again for an hour where notifications do not work', async () => {
    const { store, send, notifier, pass } = set();
    send.mockRejectedValue(new Error('No such plugin'));
    await notifier.run();
    expect(store.markEndTold).not.toHaveBeenCalled();
    pass(60);
    await notifier.run();
    expect(store.markApprovalTold).toHaveBeenCalledTimes(1);
    expect(store.markEndTold).toHaveBeenCalledTimes(1);
  });
});

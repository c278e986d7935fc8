import { mockServices } from '@backstage/backend-test-utils';
import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { scheduleTasks } from './scheduleTasks';

type Task = SchedulerServiceTaskScheduleDefinition & {
  id: string;
  fn: (signal: AbortSignal) => Promise<void>;
};

async function schedule({ areAllDone = false, isWhole = true } = {}) {
  const tasks = new Map<string, Task>();
  const done: string[] = [];
  const doing = (name: string) => async () => {
    done.push(name);
  };
  await scheduleTasks({
    config: mockServices.rootConfig(),
    scheduler: {
      scheduleTask: async (task: Task) => tasks.set(task.id, task),
    } as never,
    sources: [{ id: 'lookup', read: async () => {} }],
    // A first read that takes hours.
    runner: { run: () => new Promise(() => {}) } as never,
    ingest: {
      confirmRuns: doing('confirm'),
      reassessment: {
        followUnfollowed: doing('follow'),
        reattribute: doing('reattribute'),
      },
    } as never,
    indexReader: {
      read: async () => ({
        index: {},
        accounts: [{ id: '111122223333', state: 'ACTIVE', regions: [] }],
        workspaces: [],
        isWhole,
      }),
    } as never,
    store: {
      deleteBefore: doing('delete'),
      places: {
        replaceAll: async (places: object[]) => {
          done.push('places');
          expect(places).toEqual(
            ['us-east-1', 'eu-west-1'].map(region => ({
              owner: '111122223333',
              account: '111122223333',
              region,
            })),
          );
        },
      },
      proofs: {
        areAllDone: async () => areAllDone,
        listRunAccounts: async () => [],
      },
    } as never,
    allowedRegions: ['eu-west-1'],
    retentionDays: 90,
  });
  return { tasks, done };
}

describe('scheduleTasks', () => {
  it('keeps nothing waiting for a read', async () => {
    const { tasks, done } = await schedule();
    const { signal } = new AbortController();
    tasks.get('soa-audit-read-lookup')!.fn(signal);
    await tasks.get('soa-audit-confirm-runs')!.fn(signal);
    await tasks.get('soa-audit-reattribute')!.fn(signal);
    expect(done).toEqual(['follow', 'confirm', 'places', 'reattribute']);
    expect([...tasks.keys()].sort()).toEqual([
      'soa-audit-confirm-runs',
      'soa-audit-read-lookup',
      'soa-audit-reattribute',
      'soa-audit-retention',
    ]);
  });

  it('reads no inventory if there is no run to ask for', async () => {
    const { tasks, done } = await schedule({ areAllDone: true });
    await tasks.get('soa-audit-confirm-runs')!.fn(new AbortController().signal);
    expect(done).toEqual([]);
  });

  it('takes nothing away by an inventory that is not whole', async () => {
    const { tasks, done } = await schedule({ isWhole: false });
    await tasks.get('soa-audit-reattribute')!.fn(new AbortController().signal);
    expect(done).toEqual([]);
  });
});

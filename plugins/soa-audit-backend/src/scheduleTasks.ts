import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import type {
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { AuditSource } from '@backstage-soa/plugin-soa-audit-node';
import type { AttributionIndexReader } from './attribution';
import type { Ingest } from './ingest';
import { placesOf } from './places';
import { shardsOf } from './sources';
import type { SourceRunner } from './sources';
import type { AuditStore } from './store';

const SCHEDULE_KEY = 'soa.audit.lookup.schedule';
const DEFAULT_SCHEDULE = {
  frequency: { minutes: 5 },
  timeout: { hours: 1 },
  initialDelay: { seconds: 10 },
};
const DAY_MS = 86_400_000;

/**
 * What is done time and again, by one replica each. Every task stands by itself:
 * a first read takes hours, and nothing may wait for it.
 */
export async function scheduleTasks(options: {
  config: RootConfigService;
  scheduler: SchedulerService;
  sources: readonly AuditSource[];
  runner: SourceRunner;
  ingest: Ingest;
  indexReader: AttributionIndexReader;
  store: AuditStore;
  allowedRegions: readonly string[];
  retentionDays: number;
}): Promise<void> {
  const { config, scheduler, runner, ingest, indexReader, store } = options;
  const schedule = config.has(SCHEDULE_KEY)
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
        config.getConfig(SCHEDULE_KEY),
      )
    : DEFAULT_SCHEDULE;
  const tasks: Record<string, (signal: AbortSignal) => Promise<void>> = {
    'soa-audit-confirm-runs': async signal => {
      if (await store.proofs.areAllDone()) {
        return;
      }
      const { index } = await indexReader.read(signal);
      await ingest.reassessment.followUnfollowed(index, signal);
      await ingest.confirmRuns(index, { signal });
    },
    'soa-audit-reattribute': async signal => {
      const inventory = await indexReader.read(signal);
      if (inventory.isWhole) {
        const runs = await store.proofs.listRunAccounts();
        const shards = shardsOf(inventory.accounts, options.allowedRegions);
        await store.places.replaceAll([
          ...placesOf(inventory.workspaces, runs),
          ...shards.map(shard => ({ owner: shard.account, ...shard })),
        ]);
        await ingest.reassessment.reattribute(inventory.index, signal);
      }
    },
  };
  for (const source of options.sources) {
    tasks[`soa-audit-read-${source.id}`] = signal => runner.run(source, signal);
  }
  for (const [id, fn] of Object.entries(tasks)) {
    await scheduler.scheduleTask({ ...schedule, id, scope: 'global', fn });
  }
  await scheduler.scheduleTask({
    id: 'soa-audit-retention',
    frequency: { hours: 6 },
    timeout: { hours: 1 },
    initialDelay: { minutes: 5 },
    scope: 'global',
    fn: () =>
      store.deleteBefore(
        new Date(Date.now() - options.retentionDays * DAY_MS).toISOString(),
      ),
  });
}

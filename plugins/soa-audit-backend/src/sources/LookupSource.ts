import { setTimeout as sleep } from 'node:timers/promises';
import { LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import type {
  AuditShard,
  AuditSource,
  AuditSourceContext,
} from '@backstage-soa/plugin-soa-audit-node';
import type { AwsClients } from '@backstage-soa/plugin-soa-node';
import pLimit from 'p-limit';

const SHARDS_AT_ONCE = 8;
// CloudTrail takes two calls a second for an account and Region.
const PAUSE_MS = 550;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** CloudTrail's LookupEvents, for small estates and for looking closer. */
export class LookupSource implements AuditSource {
  readonly id = 'lookup';

  constructor(
    private readonly options: {
      awsClients: AwsClients;
      firstReadDays: number;
      overlapMinutes: number;
      now?: () => Date;
      pause?: (milliseconds: number, signal?: AbortSignal) => Promise<unknown>;
    },
  ) {}

  async read(context: AuditSourceContext): Promise<void> {
    const limit = pLimit(SHARDS_AT_ONCE);
    await Promise.all(
      context.shards.map(shard =>
        limit(async () => {
          context.signal?.throwIfAborted();
          try {
            await this.#sweep(shard, context);
          } catch (error) {
            context.signal?.throwIfAborted();
            await context.failed(shard, error as Error);
          }
        }),
      ),
    );
  }

  async #sweep(shard: AuditShard, context: AuditSourceContext): Promise<void> {
    const { awsClients, firstReadDays, overlapMinutes } = this.options;
    const { now = () => new Date(), pause = defaultPause } = this.options;
    const { signal } = context;
    const client = await awsClients.cloudTrail({
      accountId: shard.account,
      region: shard.region,
    });
    const readUntil = context.readUntil(shard);
    // The window stays as it is for all pages: CloudTrail binds its token to it.
    const EndTime = now();
    const StartTime = new Date(
      readUntil
        ? Date.parse(readUntil) - overlapMinutes * MINUTE_MS
        : EndTime.getTime() - firstReadDays * DAY_MS,
    );
    let NextToken: string | undefined;
    do {
      const page = await client.send(
        new LookupEventsCommand({ StartTime, EndTime, NextToken }),
        { abortSignal: signal },
      );
      NextToken = page.NextToken;
      await context.deliver({
        shard,
        records: (page.Events ?? []).map(({ CloudTrailEvent }) =>
          parseJson(CloudTrailEvent),
        ),
        ...(!NextToken && { readUntil: EndTime.toISOString() }),
      });
      if (NextToken) {
        await pause(PAUSE_MS, signal);
      }
    } while (NextToken);
  }
}

function defaultPause(milliseconds: number, signal?: AbortSignal) {
  return sleep(milliseconds, undefined, { signal });
}

/** What is no JSON is handed on as it is, and kept aside with the reason. */
function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return text;
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import type { Event } from '@aws-sdk/client-cloudtrail';
import type {
  AuditPosition,
  AuditShard,
  AuditSource,
  AuditSourceContext,
} from '@backstage-soa/plugin-soa-audit-node';
import type { AwsClients } from '@backstage-soa/plugin-soa-node';
import pLimit from 'p-limit';
import { nextWindow } from './LookupWindow';
import type { LookupWindow } from './LookupWindow';

const SHARDS_AT_ONCE = 8;
// CloudTrail takes two calls a second for an account and Region.
const PAUSE_MS = 550;
// Some five minutes: the other shards are to have their turn, too.
const PAGES_AT_ONCE = 500;

/** Kept for it, also where it is switched off: positions carry it. */
export const LOOKUP_SOURCE_ID = 'lookup';

/** CloudTrail's LookupEvents, for small estates and for looking closer. */
export class LookupSource implements AuditSource {
  readonly id = LOOKUP_SOURCE_ID;
  readonly onDemand = true;

  constructor(
    private readonly options: {
      awsClients: AwsClients;
      firstReadDays: number;
      overlapMinutes: number;
      pagesAtOnce?: number;
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
          await context.exclusively(shard, position =>
            this.#sweep(shard, position, context),
          );
        }),
      ),
    );
  }

  async #sweep(
    shard: AuditShard,
    position: AuditPosition,
    context: AuditSourceContext,
  ): Promise<void> {
    const { now = () => new Date() } = this.options;
    const window = nextWindow(position, { ...this.options, now: now() });
    const isDone = await this.#readWindow(shard, window, {
      ...context,
      isFirst: !position.readUntil,
    });
    if (isDone && position.resume) {
      await this.#sweep(shard, { readUntil: window.until }, context);
    }
  }

  /** @returns whether it came to the end of the window */
  async #readWindow(
    shard: AuditShard,
    { from, to, until }: LookupWindow,
    context: AuditSourceContext & { isFirst: boolean },
  ): Promise<boolean> {
    const { deliver, signal, isFirst } = context;
    const { pagesAtOnce = PAGES_AT_ONCE, pause = defaultPause } = this.options;
    const client = await this.options.awsClients.cloudTrail({
      accountId: shard.account,
      region: shard.region,
    });
    // The window stays as it is for all pages: CloudTrail binds its token to it.
    const window = { StartTime: new Date(from), EndTime: new Date(to) };
    let left = to;
    let NextToken: string | undefined;
    for (let pages = 1; ; pages++) {
      const { Events = [], ...page } = await client.send(
        new LookupEventsCommand({ ...window, NextToken }),
        { abortSignal: signal },
      );
      NextToken = page.NextToken;
      left = newest(Events, left);
      await deliver({
        shard,
        records: Events.map(({ CloudTrailEvent }) =>
          parseJson(CloudTrailEvent),
        ),
        ...(NextToken
          ? { resume: JSON.stringify({ from, to: left, until }) }
          : { readUntil: until, ...(isFirst && { readFrom: from }) }),
      });
      if (!NextToken) {
        return true;
      }
      // Never without having come forward: the next run would do the same again.
      if (pages >= pagesAtOnce && left < to) {
        return false;
      }
      await pause(PAUSE_MS, signal);
    }
  }
}

/** The newest of a page: whatever is newer has come before it. */
function newest(events: readonly Event[], limit: string): string {
  const times = events.flatMap(({ EventTime }) =>
    EventTime ? [EventTime.toISOString()] : [],
  );
  const last = times.sort().pop();
  return last && last < limit ? last : limit;
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

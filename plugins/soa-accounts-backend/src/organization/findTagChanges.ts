import type { AwsClients } from '@backstage-soa/plugin-soa-node';
import { readTagChanges } from './readTagChanges';

// CloudTrail shows most events after five minutes and promises fifteen; the rest is
// for clocks that differ.
const OVERLAP_MS = 30 * 60_000;

/** Whose tags have changed, and from when on to ask the next time. */
export interface TagChanges {
  /** The time of the last change by account, in ISO 8601. */
  byAccount: ReadonlyMap<string, string>;
  warnings: string[];
  /** Absent where it could not be asked for. */
  until?: string;
}

/**
 * Looks for changed tags in the CloudTrail of the account that an organisation is
 * read through, and of its management account: a change is kept by the account from
 * which it was made.
 *
 * @param options - `until`: what the last whole read gave, if any; `region`: in which
 * AWS Organizations answers; `maxAge`: of tags, in milliseconds; what is older than
 * that is read again anyway
 */
export async function findTagChanges(options: {
  awsClients: AwsClients;
  accountId: string;
  managementAccountId: string | undefined;
  region: string;
  until: string | undefined;
  maxAge: number;
  now: Date;
  signal?: AbortSignal;
}): Promise<TagChanges> {
  const { awsClients, accountId, managementAccountId, region } = options;
  const { until, maxAge, now, signal } = options;
  const oldest = now.getTime() - maxAge;
  const from = Math.max(until ? Date.parse(until) : oldest, oldest);
  const byAccount = new Map<string, string>();
  const warnings: string[] = [];
  for (const asked of new Set([accountId, managementAccountId ?? accountId])) {
    try {
      const client = await awsClients.cloudTrail({ accountId: asked, region });
      const changes = await readTagChanges({
        client,
        since: new Date(from - OVERLAP_MS),
        signal,
      });
      for (const [id, time] of changes) {
        if (time > (byAccount.get(id) ?? '')) {
          byAccount.set(id, time);
        }
      }
    } catch (error) {
      signal?.throwIfAborted();
      warnings.push(
        `changes of tags could not be looked for in the CloudTrail of account ${asked}, and show only once tags are as old as soa.accounts.tags.maxAge, ${inHours(
          maxAge,
        )}: ${error}`,
      );
    }
  }
  return {
    byAccount,
    warnings,
    ...(warnings.length === 0 && { until: now.toISOString() }),
  };
}

function inHours(milliseconds: number): string {
  const hours = milliseconds / 3_600_000;
  return `${Number(hours.toFixed(1))} ${hours === 1 ? 'hour' : 'hours'}`;
}

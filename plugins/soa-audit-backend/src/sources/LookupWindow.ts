import type { AuditPosition } from '@backstage-soa/plugin-soa-audit-node';
import { z } from 'zod';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const schema = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  until: z.iso.datetime(),
});

/**
 * What is to be read of a shard. CloudTrail gives the newest first, so that what
 * is left of a window is its older part.
 */
export interface LookupWindow {
  from: string;
  /** Moves towards `from` while it is read; CloudTrail takes it as included. */
  to: string;
  /** What has been read once the window is. */
  until: string;
}

/** Goes on with the window that was not read to its end, or begins the next. */
export function nextWindow(
  { readUntil, resume }: AuditPosition,
  options: { now: Date; firstReadDays: number; overlapMinutes: number },
): LookupWindow {
  const left = resume && parse(resume);
  if (left) {
    return left;
  }
  const { now, firstReadDays, overlapMinutes } = options;
  const from = readUntil
    ? Date.parse(readUntil) - overlapMinutes * MINUTE_MS
    : now.getTime() - firstReadDays * DAY_MS;
  const until = now.toISOString();
  return { from: new Date(from).toISOString(), to: until, until };
}

function parse(text: string): LookupWindow | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

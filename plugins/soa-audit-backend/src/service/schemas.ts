import { ACTOR_KINDS } from '@backstage-soa/plugin-soa-common';
import { z } from 'zod';

const text = z.string().max(1_000);
const time = z.iso.datetime({ offset: true }).optional();
const flag = z
  .enum(['true', 'false'])
  .transform(value => value === 'true')
  .optional();

/** A parameter may be given once, several times, or with commas. */
const list = <T extends string>(item: z.ZodType<T, string>) =>
  z
    .union([z.string(), z.array(z.string())])
    .transform(value => [value].flat().flatMap(part => part.split(',')))
    .pipe(z.array(item).max(100))
    .optional();

export const filterQuery = z.object({
  from: time,
  to: time,
  actorKind: list(z.string().pipe(z.enum(ACTOR_KINDS))),
  actor: text.optional(),
  eventName: list(text),
  eventSource: list(text),
  account: list(text),
  region: list(text),
  readOnly: flag,
  failed: flag,
  outOfBand: flag,
});

export const eventsQuery = filterQuery.extend({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

export const eventParams = z.object({ eventId: z.string() });

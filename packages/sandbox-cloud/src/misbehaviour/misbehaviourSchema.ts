import { z } from 'zod';
import { ODDITIES, REFUSALS, SERVICES } from './MisbehaviourRule';
import type { Oddity } from './MisbehaviourRule';

const oddities = Object.keys(ODDITIES) as Oddity[];

/** A rule as a test posts it. */
export const misbehaviourSchema = z
  .strictObject({
    service: z.enum(SERVICES),
    operation: z.string().min(1).optional(),
    kind: z.enum([...REFUSALS, ...oddities]),
    times: z.number().int().positive().default(1),
  })
  .superRefine(({ kind, service }, context) => {
    const able: readonly string[] | undefined = ODDITIES[kind as Oddity];
    if (able && !able.includes(service)) {
      context.addIssue({
        code: 'custom',
        path: ['kind'],
        message: `"${kind}" is for ${able.join(' and ')} only`,
      });
    }
  });

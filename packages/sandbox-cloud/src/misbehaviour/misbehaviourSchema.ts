import { z } from 'zod';
import { ODDITIES, REFUSALS, RUN_ODDITIES, SERVICES } from './MisbehaviourRule';
import type { Oddity } from './MisbehaviourRule';

const oddities = Object.keys(ODDITIES) as Oddity[];

const runOddities: readonly string[] = RUN_ODDITIES;

/** A rule as a test posts it. */
export const misbehaviourSchema = z
  .strictObject({
    service: z.enum(SERVICES),
    operation: z.string().min(1).optional(),
    kind: z.enum([...REFUSALS, ...oddities]),
    times: z.number().int().positive().default(1),
    share: z.number().min(0).max(1).optional(),
    seed: z.number().int().optional(),
  })
  .superRefine(({ kind, service, share }, context) => {
    if (share !== undefined && !runOddities.includes(kind)) {
      context.addIssue({
        code: 'custom',
        path: ['share'],
        message: `is for ${runOddities.join(', ')} only`,
      });
    }
    const able: readonly string[] | undefined = ODDITIES[kind as Oddity];
    if (able && !able.includes(service)) {
      context.addIssue({
        code: 'custom',
        path: ['kind'],
        message: `"${kind}" is for ${able.join(' and ')} only`,
      });
    }
  });

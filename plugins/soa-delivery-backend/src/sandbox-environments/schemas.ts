import { componentRefInput } from '@backstage-soa/plugin-soa-node';
import { z } from 'zod';
import { pageQuery } from '../reservations/schemas';
import { placementInput } from '../service/schemas';
import { readDuration } from './settings';

const component = componentRefInput.refine(
  ref => ref.startsWith('component:'),
  'write the reference of a component, such as component:default/orders',
);

const duration = z
  .string()
  .max(100)
  .transform((value, context) => {
    try {
      return readDuration(value);
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message });
      return z.NEVER;
    }
  });

/** Durations are milliseconds once they are read. */
export const sandboxRequest = z.strictObject({
  componentRef: component,
  placements: z.array(placementInput).min(1).max(200),
  timeToLive: duration.optional(),
  dryRun: z.boolean().default(false),
});

export const sandboxExtension = z.strictObject({
  componentRef: component,
  by: duration,
});

export const sandboxDeletion = z.strictObject({ componentRef: component });

export const sandboxesQuery = z.object({
  component: component.optional(),
  ...pageQuery,
});

export const sandboxPlace = z.tuple([z.string().max(40), z.string().max(255)]);

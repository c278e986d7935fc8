import { ownerRef } from '@backstage-soa/plugin-soa-common';
import { componentRefInput } from '@backstage-soa/plugin-soa-node';
import { z } from 'zod';
import { placementInput } from '../../service/schemas';

/** Only components have placements, and permissions to apply them. */
const itsComponent = componentRefInput.refine(
  ref => ref.startsWith('component:'),
  'write the reference of a component, such as component:default/orders',
);

export const accessRequest = z.object({
  componentRef: itsComponent,
  owner: z.string().transform((value, context) => {
    const ref = ownerRef(value);
    if (!ref?.startsWith('group:')) {
      context.addIssue({
        code: 'custom',
        message: 'write the reference of a group, such as group:default/team',
      });
      return z.NEVER;
    }
    return ref;
  }),
  placements: z
    .array(placementInput)
    .min(1)
    .max(2_000)
    .refine(
      placements => new Set(placements.map(({ runtime }) => runtime)).size <= 1,
      'all of them must be on one runtime',
    ),
  dryRun: z.boolean().default(false),
});

export const accessQuery = z.object({ componentRef: componentRefInput });

export const accessRemoval = z.object({
  componentRef: componentRefInput,
  workspace: z
    .string()
    .regex(/^[\w-]+\/[\w-]{1,90}$/, 'must be organization/name')
    .optional(),
});

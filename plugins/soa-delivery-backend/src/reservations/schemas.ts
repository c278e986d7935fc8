import {
  GLOBAL_REGION,
  isRegion,
  ownerRef,
  RESERVATION_OWNER_KINDS,
  RUNTIMES,
} from '@backstage-soa/plugin-soa-common';
import { componentRefInput } from '@backstage-soa/plugin-soa-node';
import { z } from 'zod';

export const accountInput = z
  .string()
  .regex(/^\d{12}$/, 'must be the 12-digit id of an account');

export const regionInput = z
  .string()
  .refine(
    value => isRegion(value) && value !== GLOBAL_REGION,
    'must be a Region, such as us-east-1',
  );

export const ownerIdInput = z
  .string()
  .regex(/^[\w.-]{1,100}$/, 'write 1 to 100 letters, digits, . _ or -');

const component = componentRefInput.refine(
  ref => ref.startsWith('component:'),
  'write the reference of a component, such as component:default/orders',
);

export const ownerInput = z.strictObject({
  kind: z.enum(RESERVATION_OWNER_KINDS),
  componentRef: component,
  id: ownerIdInput,
});

export const purposeInput = z
  .strictObject({
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
    placement: z.object({
      environment: z.string().min(1).max(100),
      account: accountInput,
      region: z.union([regionInput, z.literal('global')]),
      runtime: z.enum(RUNTIMES),
      cell: z.string().max(100).optional(),
    }),
  })
  .optional();

/** What lists and releases can be narrowed to. */
export const ownerQuery = {
  componentRef: componentRefInput.optional(),
  ownerKind: z.enum(RESERVATION_OWNER_KINDS).optional(),
  ownerId: ownerIdInput.optional(),
};

export const pageQuery = {
  cursor: z.string().max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

/**
 * A release names one by its id, or a component.
 *
 * @returns whether it does
 */
export function namesWhat({
  id,
  componentRef,
}: {
  id?: string;
  componentRef?: string;
}): boolean {
  return (id === undefined) !== (componentRef === undefined);
}

import { LOCK_TARGET_KINDS } from '@backstage-soa/plugin-soa-common';
import { z } from 'zod';
import {
  accountInput,
  namesWhat,
  ownerInput,
  ownerQuery,
  pageQuery,
  purposeInput,
} from '../reservations/schemas';
import type { LockSettings } from './settings';

const ZONE = /^Z[0-9A-Z]{3,31}$/;

const target = z
  .strictObject({ kind: z.enum(LOCK_TARGET_KINDS), id: z.string() })
  .superRefine(({ kind, id }, context) => {
    const isRight =
      kind === 'account' ? accountInput.safeParse(id).success : ZONE.test(id);
    if (!isRight) {
      context.addIssue({
        code: 'custom',
        path: ['id'],
        message:
          kind === 'account'
            ? 'must be the 12-digit id of an account'
            : 'must be the id of a hosted zone, such as Z0123456789ABC',
      });
    }
  });

export const lockRequest = ({ leaseSeconds, maxLeaseSeconds }: LockSettings) =>
  z.strictObject({
    target,
    owner: ownerInput,
    purpose: purposeInput,
    leaseSeconds: z
      .number()
      .int()
      .min(120)
      .max(maxLeaseSeconds)
      .default(leaseSeconds),
    dryRun: z.boolean().default(false),
  });

const narrowing = {
  id: z.uuid().optional(),
  targetKind: z.enum(LOCK_TARGET_KINDS).optional(),
  targetId: z.string().max(64).optional(),
  ...ownerQuery,
};

export const locksQuery = z.object({
  ...narrowing,
  state: z.enum(['held', 'waiting']).optional(),
  ...pageQuery,
});

export const lockRelease = z
  .object(narrowing)
  .refine(namesWhat, 'name one by its id, or a component by componentRef');

export const lockPlace = z.tuple([
  z.string().max(64),
  z.string().max(64),
  z.number().int(),
]);

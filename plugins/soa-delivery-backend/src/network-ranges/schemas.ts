import { z } from 'zod';
import {
  accountInput,
  namesWhat,
  ownerInput,
  ownerQuery,
  pageQuery,
  purposeInput,
  regionInput,
} from '../reservations/schemas';

const nameInput = z
  .string()
  .regex(/^[\w.-]{1,100}$/, 'write 1 to 100 letters, digits, . _ or -');

export const rangeRequest = z.strictObject({
  account: accountInput,
  region: regionInput,
  owner: ownerInput,
  purpose: purposeInput,
  name: nameInput.default('vpc'),
  pool: nameInput.optional(),
  prefixLength: z.number().int().min(16).max(28).optional(),
  dryRun: z.boolean().default(false),
});

const narrowing = {
  id: z.uuid().optional(),
  account: accountInput.optional(),
  region: regionInput.optional(),
  name: nameInput.optional(),
  ...ownerQuery,
};

export const rangesQuery = z.object({
  ...narrowing,
  pool: nameInput.optional(),
  ...pageQuery,
});

export const rangeRelease = z
  .object(narrowing)
  .refine(namesWhat, 'name one by its id, or a component by componentRef');

export const rangePlace = z.tuple([z.string().max(64), z.string().max(64)]);

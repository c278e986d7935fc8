import type { z as zod } from 'zod/v3';

/** The schema of a stage as the field `SoaPlacementsPicker` gives it. */
export const stageInput = (z: typeof zod) =>
  z
    .object({
      environment: z.string().min(1),
      regions: z.array(z.string().min(1)).min(1),
      account: z
        .string()
        .regex(/^\d{12}$/)
        .optional(),
      organizationalUnit: z.string().min(1).optional(),
    })
    .strict();

import type { z as zod } from 'zod/v3';

/** A service that another one calls. */
export interface ConsumedService {
  component: string;
  name: string;
  url: string;
  lattice_service_arn?: string;
}

/** The schema of what a service calls, by the key of its placement. */
export const consumesInput = (z: typeof zod) =>
  z
    .record(
      z.array(
        z
          .object({
            component: z.string().min(1),
            name: z.string().regex(/^[a-z][a-z0-9-]*$/),
            url: z.string().url(),
            lattice_service_arn: z.string().startsWith('arn:').optional(),
          })
          .strict(),
      ),
    )
    .optional()
    .describe(
      'What the service calls, by the key of the placement that calls it',
    );

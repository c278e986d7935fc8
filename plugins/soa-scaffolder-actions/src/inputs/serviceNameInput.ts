import { serviceNameProblem } from '@backstage-soa/plugin-soa-common';
import type { z as zod } from 'zod/v3';

/** The schema of a service's name. */
export const serviceNameInput = (z: typeof zod) =>
  z
    .string()
    .superRefine((name, context) => {
      const message = serviceNameProblem(name);
      if (message) {
        context.addIssue({ code: 'custom', message });
      }
    })
    .describe("The service's name");

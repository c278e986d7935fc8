import { z } from 'zod';
import { apiPath } from '../json-api';
import type { JsonApi } from '../json-api';
import type { HcpTerraformPlanMethods } from './HcpTerraformPlanMethods';
import { toPlan } from './toPlan';

/** Of a plan as `terraform show -json` writes it. */
const planSchema = z.object({
  resource_changes: z
    .array(
      z.object({
        address: z.string(),
        type: z.string(),
        change: z.object({ actions: z.array(z.string()) }),
      }),
    )
    .default([]),
});

export function planMethods(api: JsonApi): HcpTerraformPlanMethods {
  return {
    async getPlan(id, options) {
      const found = await api.read(apiPath`/plans/${id}`, options);
      return found && toPlan(found.data);
    },

    async listPlannedChanges(id, options) {
      const plan = await api.readOther(
        apiPath`/plans/${id}/json-output-redacted`,
        planSchema,
        options,
      );
      return plan?.resource_changes.map(({ address, type, change }) => ({
        address,
        type,
        actions: change.actions,
      }));
    },
  };
}

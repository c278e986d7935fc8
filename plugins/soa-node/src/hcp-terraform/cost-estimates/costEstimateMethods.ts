import { apiPath, text } from '../json-api';
import type { JsonApi } from '../json-api';
import type { HcpTerraformCostEstimateMethods } from './HcpTerraformCostEstimateMethods';

export function costEstimateMethods(
  api: JsonApi,
): HcpTerraformCostEstimateMethods {
  return {
    async getCostEstimate(id, options) {
      const found = await api.read(apiPath`/cost-estimates/${id}`, options);
      return (
        found && {
          id: found.data.id,
          status: text(found.data, 'status') ?? 'unknown',
          errorMessage: text(found.data, 'error-message'),
          priorMonthlyCost: text(found.data, 'prior-monthly-cost'),
          proposedMonthlyCost: text(found.data, 'proposed-monthly-cost'),
          deltaMonthlyCost: text(found.data, 'delta-monthly-cost'),
        }
      );
    },
  };
}

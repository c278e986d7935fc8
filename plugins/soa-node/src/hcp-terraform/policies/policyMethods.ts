import type { HcpTerraformRequestOptions } from '../HcpTerraformRequestOptions';
import { apiPath } from '../json-api';
import type { JsonApi } from '../json-api';
import type { HcpTerraformPolicyMethods } from './HcpTerraformPolicyMethods';
import type { HcpTerraformPolicyResult } from './HcpTerraformPolicyResult';
import { toPolicyResult } from './toPolicyResult';

export function policyMethods(api: JsonApi): HcpTerraformPolicyMethods {
  const list = async (
    path: string,
    kind: HcpTerraformPolicyResult['kind'],
    options: HcpTerraformRequestOptions | undefined,
  ) =>
    (await api.list(path, options)).map(result => toPolicyResult(result, kind));
  return {
    listPolicyEvaluations: (taskStageId, options) =>
      list(
        apiPath`/task-stages/${taskStageId}/policy-evaluations`,
        'opa',
        options,
      ),

    listPolicyChecks: (runId, options) =>
      list(apiPath`/runs/${runId}/policy-checks`, 'sentinel', options),

    listTfPolicyEvaluations: (runId, options) =>
      list(apiPath`/runs/${runId}/tf-policy-evaluations`, 'terraform', options),
  };
}

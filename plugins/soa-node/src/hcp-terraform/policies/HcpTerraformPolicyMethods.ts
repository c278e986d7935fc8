import type { HcpTerraformRequestOptions } from '../HcpTerraformRequestOptions';
import type { HcpTerraformPolicyResult } from './HcpTerraformPolicyResult';

/**
 * What policies say of a run, as far as they have been evaluated: those of a
 * task stage; Sentinel's own checks; Terraform's own policies.
 *
 * @throws HcpTerraformError of kind `not-found-or-not-allowed`, also where the
 * host does not know this kind of policies
 *
 * @public
 */
export interface HcpTerraformPolicyMethods {
  listPolicyEvaluations(
    taskStageId: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformPolicyResult[]>;
  listPolicyChecks(
    runId: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformPolicyResult[]>;
  listTfPolicyEvaluations(
    runId: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformPolicyResult[]>;
}

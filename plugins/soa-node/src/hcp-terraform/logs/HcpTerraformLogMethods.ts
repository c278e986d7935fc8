import type { HcpTerraformRequestOptions } from '../HcpTerraformRequestOptions';

/**
 * What Terraform has printed in runs.
 *
 * @public
 */
export interface HcpTerraformLogMethods {
  /**
   * @param of - whether `id` is a plan's or an apply's
   * @returns as Terraform has printed it; `undefined` if there is none, or the token
   *   may not see it
   */
  readLog(
    of: 'plan' | 'apply',
    id: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<string | undefined>;
}

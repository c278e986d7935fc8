import type { HcpTerraformRequestOptions } from '../HcpTerraformRequestOptions';
import type { HcpTerraformRun } from './HcpTerraformRun';
import type { HcpTerraformRunInput } from './HcpTerraformRunInput';

/**
 * Runs of a workspace.
 *
 * @public
 */
export interface HcpTerraformRunMethods {
  createRun(
    input: HcpTerraformRunInput,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformRun>;
  getRun(
    id: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformRun | undefined>;
  /** The newest runs first, one page. The API allows 30 such requests a minute. */
  listRuns(
    workspaceId: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformRun[]>;
  /** @throws HcpTerraformError of kind `conflict` if the run cannot be applied now */
  applyRun(
    id: string,
    input: { comment?: string },
    options?: HcpTerraformRequestOptions,
  ): Promise<void>;
  /**
   * Ends a run that waits, before anything is applied.
   *
   * @throws HcpTerraformError of kind `conflict` if the run does not wait
   */
  discardRun(
    id: string,
    input: { comment?: string },
    options?: HcpTerraformRequestOptions,
  ): Promise<void>;
  /**
   * Interrupts a run that is queued, planning or applying.
   *
   * @throws HcpTerraformError of kind `conflict` if there is nothing to interrupt
   */
  cancelRun(
    id: string,
    input: { comment?: string },
    options?: HcpTerraformRequestOptions,
  ): Promise<void>;
}

import type { HcpTerraformRequestOptions } from '../HcpTerraformRequestOptions';
import type { HcpTerraformResource } from './HcpTerraformResource';

/**
 * Resources in the state of a workspace.
 *
 * @public
 */
export interface HcpTerraformResourceMethods {
  /**
   * A page of the resources of the current state, a hundred at most.
   *
   * @param page - the number of the page, from 1
   * @returns with the number of the next page, if there is one
   * @throws HcpTerraformError of kind `not-found-or-not-allowed` also where they may
   *   not be read
   */
  listResources(
    workspaceId: string,
    page: number,
    options?: HcpTerraformRequestOptions,
  ): Promise<{ items: HcpTerraformResource[]; nextPage?: number }>;
}

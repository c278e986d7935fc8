import type { HcpTerraformRequestOptions } from '../HcpTerraformRequestOptions';
import type { HcpTerraformNotification } from './HcpTerraformNotification';
import type { HcpTerraformNotificationInput } from './HcpTerraformNotificationInput';

/**
 * Notifications of a workspace.
 *
 * @public
 */
export interface HcpTerraformNotificationMethods {
  listNotifications(
    workspaceId: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformNotification[]>;
  /**
   * HCP Terraform calls the URL at once.
   *
   * @throws HcpTerraformError of kind `invalid` if that does not answer
   */
  createNotification(
    workspaceId: string,
    input: HcpTerraformNotificationInput,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformNotification>;
  updateNotification(
    id: string,
    input: HcpTerraformNotificationInput,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformNotification>;
}

export type { HcpTerraformNotificationSettings } from './HcpTerraformNotificationSettings';
export { notificationKeyId, notificationToken } from './notificationToken';
export { HCP_TERRAFORM_TOPIC } from './notificationTopic';
export { readNotification } from './readNotification';
export type { HcpTerraformNotice } from './readNotification';
export { readNotificationSettings } from './readNotificationSettings';

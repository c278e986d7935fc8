export type { HcpTerraformNotificationSettings } from './HcpTerraformNotificationSettings';
export { notificationKeyId, notificationToken } from './notificationToken';
export { HCP_TERRAFORM_TOPIC } from './notificationTopic';
export { readNotificationSettings } from './readNotificationSettings';

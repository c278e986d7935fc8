export type { HcpTerraformNotification } from './HcpTerraformNotification';
export type { HcpTerraformNotificationInput } from './HcpTerraformNotificationInput';
export { notificationMethods } from './notificationMethods';

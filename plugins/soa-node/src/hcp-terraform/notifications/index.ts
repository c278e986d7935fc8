export type { HcpTerraformNotification } from './HcpTerraformNotification';
export type { HcpTerraformNotificationInput } from './HcpTerraformNotificationInput';
export type { HcpTerraformNotificationMethods } from './HcpTerraformNotificationMethods';
export { notificationMethods } from './notificationMethods';

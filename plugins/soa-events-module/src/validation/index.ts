export { notificationValidator } from './notificationValidator';

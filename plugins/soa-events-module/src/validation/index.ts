export { notificationValidator } from './notificationValidator';
export { testResultValidator } from './testResultValidator';

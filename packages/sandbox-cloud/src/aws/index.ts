export { Alarms } from './Alarms';
export { awsOperations } from './awsOperations';
export { awsRouter } from './awsRouter';

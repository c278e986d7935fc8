export { awsOperations } from './awsOperations';
export { awsRouter } from './awsRouter';

export { AbandonedAccess } from './AbandonedAccess';

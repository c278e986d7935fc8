export { summaryOf } from './summaryOf';

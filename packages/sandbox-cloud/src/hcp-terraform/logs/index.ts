export { applyLog } from './applyLog';
export { planLog } from './planLog';

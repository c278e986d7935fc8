export { CloudTrailLog } from './CloudTrailLog';
export type { Delivery, LogPosition } from './CloudTrailLog';
export type { CloudTrailRecord } from './CloudTrailRecord';
export {
  outsiderCaller,
  personCaller,
  pipelineCaller,
  serviceCaller,
  serviceRoleCaller,
  workloadCaller,
} from './identities';
export type { Caller } from './identities';
export { record } from './record';
export type { ApiCall, Moment } from './record';
export { EventFeed } from './EventFeed';

export { CloudTrailLog } from './CloudTrailLog';
export type { CloudTrailRecord } from './CloudTrailRecord';
export {
  personCaller,
  pipelineCaller,
  serviceCaller,
  workloadCaller,
} from './identities';
export type { Caller } from './identities';
export { record } from './record';
export type { ApiCall } from './record';

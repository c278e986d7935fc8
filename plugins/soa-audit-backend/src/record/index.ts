export { arnsOf } from './arnsOf';
export type { CloudTrailRecord } from './CloudTrailRecord';
export { parseRecord } from './parseRecord';
export { redact } from './redact';
export { OwnReads } from './OwnReads';

export { LOOKUP_SOURCE_ID, LookupSource } from './LookupSource';
export { shardId } from './shardId';
export { shardsOf } from './shardsOf';
export { SourceRunner } from './SourceRunner';

export { LookupSource } from './LookupSource';
export { SourceRunner } from './SourceRunner';

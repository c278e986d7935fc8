export type { IngestSettings } from './assessRecord';
export { Ingest } from './Ingest';

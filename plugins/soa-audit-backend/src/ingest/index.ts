export { Ingest } from './Ingest';
export type { IngestSettings } from './Ingest';

export { Ingest } from './Ingest';

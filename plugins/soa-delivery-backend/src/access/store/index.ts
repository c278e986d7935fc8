export type {
  AccessEntry,
  AccessGrant,
  AccessKey,
  AccessWish,
  EntryChange,
} from './AccessEntry';
export { AccessStore } from './AccessStore';
export type {
  AccessBatch,
  AccountChange,
  AccountRecord,
} from './AccountRecord';
export { takenByAnother } from './requestEntries';

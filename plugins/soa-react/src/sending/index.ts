export { SendError } from './SendError';
export { useSending } from './useSending';
export type { Sending } from './useSending';

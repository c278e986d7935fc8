export { QueueNote } from './QueueNote';
export { QueueText } from './QueueText';

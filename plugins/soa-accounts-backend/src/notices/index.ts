export { NoticeReader } from './NoticeReader';

export { NoticeReader } from './NoticeReader';
export { OrganizationNoticeReader } from './OrganizationNoticeReader';

export { listPage } from './listPage';
export type { Query } from './listPage';
export { linkage, readBody } from './readBody';
export { iso, to } from './values';

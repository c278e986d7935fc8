export { isManaged } from './isManaged';
export { readAccessSettings } from './readAccessSettings';
export type { AccessSettings } from './readAccessSettings';

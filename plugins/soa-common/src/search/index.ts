export type { AccountDocument } from './AccountDocument';
export { SEARCH_TYPE_ACCOUNT, SEARCH_TYPE_PLACEMENT } from './documentTypes';
export type { PlacementDocument } from './PlacementDocument';

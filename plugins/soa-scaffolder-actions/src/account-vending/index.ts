export { accountEmail } from './accountEmail';
export type { AccountWish } from './AccountWish';
export { checkWish } from './checkWish';
export type { VendingPolicy } from './checkWish';
export { readVendingSettings } from './readVendingSettings';
export { requestOfAft } from './requestOfAft';
export { vendThroughOrganizations } from './vendThroughOrganizations';
export type { VendingSettings } from './VendingSettings';
export { wantedTags } from './wantedTags';

export { AbandonedAccess } from './abandoned';
export { AccessAdvancer } from './AccessAdvancer';
export { AccessHolds } from './AccessHolds';
export { AccessPolicy, accessRoutes, AccessService } from './service';
export { isManaged, readAccessSettings } from './settings';
export type { AccessSettings } from './settings';
export { AccessStore } from './store';

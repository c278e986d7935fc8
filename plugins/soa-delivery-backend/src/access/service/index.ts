export { AccessPolicy } from './AccessPolicy';
export { accessRoutes } from './accessRoutes';
export { AccessService } from './AccessService';

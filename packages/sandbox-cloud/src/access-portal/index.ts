export { accessPortalRouter } from './accessPortalRouter';

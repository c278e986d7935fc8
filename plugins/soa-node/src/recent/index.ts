export { Recent } from './Recent';
export { RecentlyUsed } from './RecentlyUsed';

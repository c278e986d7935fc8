export { AccountCard } from './AccountCard';
export { AccountWorkspacesCard } from './AccountWorkspacesCard';
export { GuardRailsCard } from './GuardRailsCard';

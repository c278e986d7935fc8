export { createRouter } from './createRouter';
export { readAccountsPage } from './readAccountsPage';
export { readPlacementsPage } from './readPlacementsPage';
export { accountsQuery, placementRequest, placementsQuery } from './schemas';

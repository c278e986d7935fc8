import { createRouteRef } from '@backstage/core-plugin-api';

/** The page, which begins with the matrix. */
export const rootRouteRef = createRouteRef({ id: 'soa-accounts' });

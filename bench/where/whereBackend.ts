import { createBackend } from '@backstage/backend-defaults';

// The catalog, the inventory, and a front end to look at them.
const backend = createBackend();
backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage-soa/plugin-catalog-backend-module-soa'));
backend.add(import('@backstage-soa/plugin-soa-accounts-backend'));
backend.start();

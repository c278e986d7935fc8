import { createBackend } from '@backstage/backend-defaults';

// What rollouts need, and nothing more: it starts in seconds.
const backend = createBackend();
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage-soa/plugin-events-backend-module-soa'));
backend.add(import('@backstage-soa/plugin-soa-delivery-backend'));
backend.start();

import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { SoaAuditApiClient, soaAuditApiRef } from './api';

export { soaAuditApiRef } from './api';
export type { SoaAuditApi } from './api';
export { soaAuditTranslationRef } from './translation';

/** @public */
export const soaAuditPlugin = createPlugin({
  id: 'soa-audit',
  apis: [
    createApiFactory({
      api: soaAuditApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: deps => new SoaAuditApiClient(deps),
    }),
  ],
});

/** @public */
export const EntityAuditContent = soaAuditPlugin.provide(
  createComponentExtension({
    name: 'EntityAuditContent',
    component: {
      lazy: () => import('./events/EntityAudit').then(m => m.EntityAudit),
    },
  }),
);

import { createBackendModule } from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import { auditSourcesExtensionPoint } from './auditSourcesExtensionPoint';
import type { AuditSource } from './AuditSource';

it('takes a source from a module', async () => {
  const addSource = jest.fn();
  const source: AuditSource = { id: 'archive', read: async () => {} };
  await startTestBackend({
    extensionPoints: [[auditSourcesExtensionPoint, { addSource }]],
    features: [
      createBackendModule({
        pluginId: 'soa-audit',
        moduleId: 'archive',
        register(env) {
          env.registerInit({
            deps: { sources: auditSourcesExtensionPoint },
            async init({ sources }) {
              sources.addSource(source);
            },
          });
        },
      }),
    ],
  });
  expect(addSource).toHaveBeenCalledWith(source);
});

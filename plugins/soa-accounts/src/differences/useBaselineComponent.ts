import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { fullEntityRef } from '@backstage-soa/plugin-soa-common';

const DEFAULT_COMPONENT = 'component:default/account-baseline';

/**
 * The component that gives accounts their baseline: `soa.access.component`, whose
 * workspaces also make the roles that others deploy with.
 */
export function useBaselineComponent(): string {
  const written = useApi(configApiRef).getOptionalString(
    'soa.access.component',
  );
  return (
    fullEntityRef(written ?? DEFAULT_COMPONENT, {
      defaultKind: 'component',
      defaultNamespace: 'default',
    }) ?? DEFAULT_COMPONENT
  );
}

import { useState } from 'react';
import type { ReactNode } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { ErrorState, useLoaded } from '@backstage-soa/plugin-soa-react';
import { Box, Flex, Text } from '@backstage/ui';
import { soaDeliveryApiRef } from '../api';
import { soaDeliveryTranslationRef } from '../translation';
import { DeleteButton } from './DeleteButton';
import { ExtendButton } from './ExtendButton';
import { SandboxEnvironmentFacts } from './SandboxEnvironmentFacts';
import { useSandboxWorkspaces } from './useSandboxWorkspaces';

const POLL_MS = 30_000;
const POLL_SOON_MS = 5_000;

/**
 * How long a component is there, where it is, and what one may do about it; nothing
 * where it is there for good.
 */
export function SandboxEnvironmentCard() {
  const api = useApi(soaDeliveryApiRef);
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const { entity } = useEntity();
  const component = stringifyEntityRef(entity);
  const [done, setDone] = useState<ReactNode>();
  const { value, error, reload } = useLoaded(
    component,
    async signal => ({
      environment: (await api.listSandboxEnvironments({ component }, signal))
        .items[0],
    }),
    loaded => {
      if (!loaded) {
        return POLL_MS;
      }
      const { environment } = loaded;
      const isChanging =
        environment?.state === 'destroying' ||
        environment?.creation === 'under-way';
      return environment && (isChanging ? POLL_SOON_MS : POLL_MS);
    },
  );
  const environment = value?.environment;
  const workspaces = useSandboxWorkspaces(environment);
  // Most components are no sandbox environments: nothing tells that one is asked about.
  if (!environment && (!error || hasNone(error))) {
    return null;
  }
  const changed = (what: ReactNode) => {
    setDone(what);
    reload();
  };
  return (
    <EntityInfoCard
      title={t('sandbox.title')}
      headerActions={
        environment && (
          <>
            {environment.mayExtend && (
              <ExtendButton environment={environment} onExtended={changed} />
            )}
            {environment.mayDelete && (
              <DeleteButton
                environment={environment}
                workspaces={workspaces.value ?? []}
                onDeleted={changed}
              />
            )}
          </>
        )
      }
    >
      <div role="status">
        {done && (
          <Box mb="3">
            <Text>{done}</Text>
          </Box>
        )}
      </div>
      <Flex direction="column" gap="3">
        {error && (
          <ErrorState
            title={t('sandbox.failed')}
            error={error}
            onRetry={reload}
          />
        )}
        {environment && (
          <SandboxEnvironmentFacts
            environment={environment}
            workspaces={workspaces}
          />
        )}
      </Flex>
    </EntityInfoCard>
  );
}

/** Whether the portal's back end knows no sandbox environments at all. */
function hasNone(error: Error): boolean {
  return (error as { statusCode?: number }).statusCode === 404;
}

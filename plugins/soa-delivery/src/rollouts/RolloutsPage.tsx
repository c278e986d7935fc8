import { Container, Flex } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import {
  EmptyState,
  ErrorState,
  LoadingState,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { soaDeliveryApiRef } from '../api';
import { RolloutsTable } from './RolloutsTable';

const POLL_MS = 5_000;

/** The newest rollouts, of all services or of one. */
export function RolloutsPage(props: { component?: string }) {
  const { component } = props;
  const api = useApi(soaDeliveryApiRef);
  const { value, error, reload } = useLoaded(
    component ?? 'all',
    signal => api.listRollouts({ component }, signal),
    POLL_MS,
  );
  return (
    <Container>
      <Flex direction="column" gap="4" py="4">
        {error && (
          <ErrorState
            title="The rollouts could not be loaded"
            error={error}
            onRetry={reload}
          />
        )}
        {!value && !error && <LoadingState label="Loading rollouts" />}
        {value?.items.length === 0 && (
          <EmptyState
            title="No rollout yet"
            description="Create a service, and its first rollout appears here."
          />
        )}
        {value && value.items.length > 0 && (
          <RolloutsTable rollouts={value.items} />
        )}
      </Flex>
    </Container>
  );
}

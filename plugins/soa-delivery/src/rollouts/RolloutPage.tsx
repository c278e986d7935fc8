import { useParams } from 'react-router-dom';
import { Container, Flex, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import {
  EntityLink,
  ErrorState,
  LoadingState,
  StateBadge,
  Time,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { soaDeliveryApiRef } from '../api';
import { ROLLOUT_LOOKS } from './states';
import { TargetsTable } from './TargetsTable';

const POLL_MS = 2_000;

/** One rollout, live. */
export function RolloutPage() {
  const { id = '' } = useParams();
  const api = useApi(soaDeliveryApiRef);
  const { value, error, reload } = useLoaded(
    id,
    signal => api.getRollout(id, signal),
    POLL_MS,
  );
  return (
    <Container>
      <Flex direction="column" gap="4" py="4">
        {error && (
          <ErrorState
            title="The rollout could not be loaded"
            error={error}
            onRetry={reload}
          />
        )}
        {!value && !error && <LoadingState label="Loading the rollout" />}
        {value && (
          <>
            <Flex direction="column" gap="1">
              <Text as="h1" variant="title-medium">
                Rollout of <EntityLink entityRef={value.componentRef} />
              </Text>
              <div role="status" aria-live="polite">
                <StateBadge tone={ROLLOUT_LOOKS[value.state].tone}>
                  {ROLLOUT_LOOKS[value.state].label}
                </StateBadge>
              </div>
              {value.message && <Text>{value.message}</Text>}
              <Text color="secondary" variant="body-small">
                Started by <EntityLink entityRef={value.initiator} />,{' '}
                <Time iso={value.createdAt} />
                {value.endedAt && (
                  <>
                    ; ended <Time iso={value.endedAt} />
                  </>
                )}
              </Text>
            </Flex>
            {value.waves.map(wave => (
              <Flex key={wave.name} direction="column" gap="2">
                <Text as="h2" variant="title-x-small">
                  {wave.name}
                </Text>
                <TargetsTable targets={wave.targets} />
              </Flex>
            ))}
          </>
        )}
      </Flex>
    </Container>
  );
}

import { useParams } from 'react-router-dom';
import { Container, Flex, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ErrorState,
  LoadingState,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { soaDeliveryApiRef } from '../api';
import { soaDeliveryTranslationRef } from '../translation';
import { RolloutHeader } from './RolloutHeader';
import { TargetsTable } from './TargetsTable';

const POLL_MS = 2_000;

/** One rollout, live until it ends. */
export function RolloutPage() {
  const { id = '' } = useParams();
  const api = useApi(soaDeliveryApiRef);
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const { value, error, reload } = useLoaded(
    id,
    signal => api.getRollout(id, signal),
    rollout => (rollout?.endedAt ? undefined : POLL_MS),
  );
  return (
    <main>
      <Container>
        <Flex direction="column" gap="4" py="4">
          {error && (
            <ErrorState
              title={t('rollout.failed')}
              error={error}
              onRetry={reload}
            />
          )}
          {!value && !error && <LoadingState label={t('rollout.loading')} />}
          {value && (
            <>
              <RolloutHeader rollout={value} />
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
    </main>
  );
}

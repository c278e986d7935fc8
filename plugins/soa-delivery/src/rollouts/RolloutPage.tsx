import { useParams } from 'react-router-dom';
import { Container, Flex } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { LoadedContent, useLoaded } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryApiRef } from '../api';
import { soaDeliveryTranslationRef } from '../translation';
import { RolloutContent } from './RolloutContent';

const POLL_MS = 2_000;

/** One rollout, live until it ends. */
export function RolloutPage() {
  const { id = '' } = useParams();
  const api = useApi(soaDeliveryApiRef);
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const loaded = useLoaded(
    id,
    signal => api.getRollout(id, signal),
    rollout => (rollout?.endedAt ? undefined : POLL_MS),
  );
  return (
    <main>
      <Container>
        <Flex direction="column" gap="4" py="4">
          <LoadedContent
            loaded={loaded}
            loading={t('rollout.loading')}
            failed={t('rollout.failed')}
          >
            {rollout => (
              <RolloutContent rollout={rollout} onChanged={loaded.reload} />
            )}
          </LoadedContent>
        </Flex>
      </Container>
    </main>
  );
}

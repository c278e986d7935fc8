import { useParams } from 'react-router-dom';
import { Container, Flex, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { LoadedContent, useLoaded } from '@backstage-soa/plugin-soa-react';
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
              <>
                <RolloutHeader rollout={rollout} />
                {rollout.waves.map((wave, index) => (
                  <Flex key={index} direction="column" gap="2">
                    <Text as="h2" variant="title-x-small">
                      {wave.name ??
                        (rollout.waves.length === 1
                          ? t('rollout.allPlacements')
                          : t('rollout.wave', { number: String(index + 1) }))}
                    </Text>
                    <TargetsTable targets={wave.targets} />
                  </Flex>
                ))}
              </>
            )}
          </LoadedContent>
        </Flex>
      </Container>
    </main>
  );
}

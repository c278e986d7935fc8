import { useState } from 'react';
import { Button, Container, Flex } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EmptyState,
  ErrorState,
  LoadingState,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { soaDeliveryApiRef } from '../api';
import { soaDeliveryTranslationRef } from '../translation';
import { RolloutsTable } from './RolloutsTable';

const POLL_MS = 5_000;

/** Rollouts, newest first, of all services or of one. */
export function RolloutsPage(props: { component?: string }) {
  const { component } = props;
  const api = useApi(soaDeliveryApiRef);
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const [cursor, setCursor] = useState<string>();
  const { value, error, reload } = useLoaded(
    JSON.stringify([component, cursor]),
    signal => api.listRollouts({ component, cursor }, signal),
    cursor ? undefined : POLL_MS,
  );
  return (
    <Container>
      <Flex direction="column" gap="4" py="4">
        {error && (
          <ErrorState title={t('list.failed')} error={error} onRetry={reload} />
        )}
        {!value && !error && <LoadingState label={t('list.loading')} />}
        {value?.items.length === 0 && (
          <EmptyState
            title={t('list.empty.title')}
            description={t('list.empty.description')}
          />
        )}
        {value && value.items.length > 0 && (
          <RolloutsTable
            rollouts={value.items}
            withComponent={component === undefined}
          />
        )}
        {(cursor || value?.nextCursor) && (
          <Flex gap="2">
            <Button
              variant="secondary"
              isDisabled={!cursor}
              onPress={() => setCursor(undefined)}
            >
              {t('list.newest')}
            </Button>
            <Button
              variant="secondary"
              isDisabled={!value?.nextCursor}
              onPress={() => setCursor(value?.nextCursor)}
            >
              {t('list.older')}
            </Button>
          </Flex>
        )}
      </Flex>
    </Container>
  );
}

import { Container, Flex, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SandboxEnvironment } from '@backstage-soa/plugin-soa-common';
import {
  CursorPaging,
  EmptyState,
  LoadedContent,
} from '@backstage-soa/plugin-soa-react';
import { soaDeliveryApiRef } from '../api';
import { useFilteredPage } from '../reservations/useFilteredPage';
import { soaDeliveryTranslationRef } from '../translation';
import { SandboxEnvironmentsTable } from './SandboxEnvironmentsTable';

const POLL_MS = 15_000;

/** The sandbox environments that one may see. */
export function SandboxEnvironmentsPage() {
  const api = useApi(soaDeliveryApiRef);
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const { cursor, setCursor, loaded } = useFilteredPage<SandboxEnvironment, {}>(
    'sandbox-environments',
    (query, signal) => api.listSandboxEnvironments(query, signal),
    POLL_MS,
  );
  return (
    <main>
      <Container>
        <Flex direction="column" gap="4" py="4">
          <Flex direction="column" gap="1">
            <Text as="h1" variant="title-medium">
              {t('sandbox.list.title')}
            </Text>
            <Text color="secondary">{t('sandbox.list.explanation')}</Text>
          </Flex>
          <LoadedContent
            loaded={loaded}
            loading={t('sandbox.list.loading')}
            failed={t('sandbox.list.failed')}
          >
            {({ items, nextCursor }) =>
              items.length === 0 ? (
                <EmptyState
                  title={t(
                    nextCursor
                      ? 'reservations.emptyPage'
                      : 'sandbox.list.empty',
                  )}
                  description={t(
                    nextCursor
                      ? 'reservations.emptyPageDescription'
                      : 'sandbox.list.emptyDescription',
                  )}
                />
              ) : (
                <SandboxEnvironmentsTable environments={items} />
              )
            }
          </LoadedContent>
          <CursorPaging
            cursor={cursor}
            nextCursor={loaded.value?.nextCursor}
            onCursor={setCursor}
          />
        </Flex>
      </Container>
    </main>
  );
}

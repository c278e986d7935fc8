import { useState } from 'react';
import { Container, Flex } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CursorPaging,
  EmptyState,
  LoadedContent,
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
  const loaded = useLoaded(
    JSON.stringify([component, cursor]),
    signal => api.listRollouts({ component, cursor }, signal),
    cursor ? undefined : POLL_MS,
  );
  return (
    <Container>
      <Flex direction="column" gap="4" py="4">
        <LoadedContent
          loaded={loaded}
          loading={t('list.loading')}
          failed={t('list.failed')}
        >
          {({ items, nextCursor }) =>
            items.length === 0 ? (
              <EmptyState
                title={t(
                  nextCursor ? 'list.emptyPage.title' : 'list.empty.title',
                )}
                description={t(
                  nextCursor
                    ? 'list.emptyPage.description'
                    : 'list.empty.description',
                )}
              />
            ) : (
              <RolloutsTable
                rollouts={items}
                withComponent={component === undefined}
              />
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
  );
}

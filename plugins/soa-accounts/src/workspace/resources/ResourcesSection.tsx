import { useState } from 'react';
import { Button, Flex } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  EmptyState,
  LoadedContent,
  soaAccountsApiRef,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../../translation';
import { ResourcesTable } from './ResourcesTable';

/** What is in the state of a workspace, a page at a time. */
export function ResourcesSection(props: {
  workspaceId: string;
  /** Another one once the state has changed. */
  version: string | undefined;
}) {
  const { workspaceId, version } = props;
  const api = useApi(soaAccountsApiRef);
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const [place, setPlace] = useState<{ version?: string; cursor?: string }>({});
  const cursor = place.version === version ? place.cursor : undefined;
  const loaded = useLoaded(
    JSON.stringify([workspaceId, version, cursor]),
    signal => api.listResources(workspaceId, cursor, signal),
  );
  const nextCursor = loaded.value?.nextCursor;
  return (
    <EntityInfoCard title={t('resources.title')}>
      <LoadedContent
        loaded={loaded}
        loading={t('resources.loading')}
        failed={t('resources.failed')}
      >
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title={t('resources.empty.title')}
              description={t('resources.empty.description')}
            />
          ) : (
            <ResourcesTable items={items} />
          )
        }
      </LoadedContent>
      {(cursor || nextCursor) && (
        <Flex gap="2" mt="3">
          <Button
            variant="secondary"
            isDisabled={!cursor}
            onPress={() => setPlace({ version })}
          >
            {t('resources.first')}
          </Button>
          <Button
            variant="secondary"
            isDisabled={!nextCursor}
            onPress={() => setPlace({ version, cursor: nextCursor })}
          >
            {t('resources.next')}
          </Button>
        </Flex>
      )}
    </EntityInfoCard>
  );
}

import { useState } from 'react';
import { Container, Flex } from '@backstage/ui';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { LoadedContent, useLoaded } from '@backstage-soa/plugin-soa-react';
import { soaAuditApiRef } from '../api';
import { soaAuditTranslationRef } from '../translation';
import { CoverageNote } from './CoverageNote';
import { EventFilters } from './EventFilters';
import { EventList } from './EventList';
import { RefreshButton } from './RefreshButton';
import { toQuery } from './toQuery';
import { useEventFilters } from './useEventFilters';
import type { EventFilterValues } from './useEventFilters';
import { useFacets } from './useFacets';

const POLL_MS = 10_000;
const PAGE_SIZE = 100;

/** What CloudTrail saw happen to the entity whose page this is. */
export function EntityAudit() {
  const api = useApi(soaAuditApiRef);
  const { t } = useTranslationRef(soaAuditTranslationRef);
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { values, change } = useEventFilters();
  const [cursor, setCursor] = useState<string>();
  const loaded = useLoaded(
    JSON.stringify([entityRef, values, cursor]),
    signal =>
      api.listEvents(
        entityRef,
        { ...toQuery(values, Date.now()), limit: PAGE_SIZE, cursor },
        signal,
      ),
    cursor ? undefined : POLL_MS,
  );
  const facets = useFacets(entityRef, values);
  const narrow = (changed: Partial<EventFilterValues>) => {
    setCursor(undefined);
    change(changed);
  };
  const showNewest = () => {
    setCursor(undefined);
    loaded.reload();
    facets.reload();
  };
  return (
    <Container>
      <Flex direction="column" gap="4" py="4">
        <EventFilters
          values={values}
          onChange={narrow}
          accounts={facets.accounts}
          regions={facets.regions}
        />
        <RefreshButton entityRef={entityRef} onRefreshed={showNewest} />
        <LoadedContent
          loaded={loaded}
          loading={t('events.loading')}
          failed={t('events.failed')}
        >
          {page => (
            <>
              <CoverageNote coverage={page.coverage} />
              <EventList page={page} cursor={cursor} onCursor={setCursor} />
            </>
          )}
        </LoadedContent>
      </Flex>
    </Container>
  );
}

import { useState } from 'react';
import { Flex } from '@backstage/ui';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CursorPaging,
  EmptyState,
  LoadedContent,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { soaDeliveryApiRef } from '../../api';
import { soaDeliveryTranslationRef } from '../../translation';
import { RolloutFilters } from './RolloutFilters';
import { RolloutsTable } from './RolloutsTable';
import { useRolloutFilters } from './useRolloutFilters';

const POLL_MS = 5_000;

/** Rollouts, newest first, of all services or of one. */
export function RolloutsList(props: { component?: string }) {
  const api = useApi(soaDeliveryApiRef);
  const identity = useApi(identityApiRef);
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const filters = useRolloutFilters();
  const { state, service, isMine } = filters.values;
  const component = props.component ?? service;
  const key = JSON.stringify([component, state, isMine]);
  // A cursor is of one list only.
  const [place, setPlace] = useState<{ key: string; cursor?: string }>({ key });
  const cursor = place.key === key ? place.cursor : undefined;

  const loaded = useLoaded(
    `${key} ${cursor}`,
    async signal => {
      const initiator = isMine
        ? (await identity.getBackstageIdentity()).userEntityRef
        : undefined;
      return api.listRollouts({ component, state, initiator, cursor }, signal);
    },
    cursor ? undefined : POLL_MS,
  );
  const isNarrowed =
    isMine || state !== undefined || component !== props.component;
  const empty = isNarrowed ? 'list.emptyFiltered' : 'list.empty';
  return (
    <Flex direction="column" gap="4">
      <RolloutFilters
        filters={filters}
        withService={props.component === undefined}
      />
      <LoadedContent
        loaded={loaded}
        loading={t('list.loading')}
        failed={t('list.failed')}
      >
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <EmptyState
              title={t(nextCursor ? 'list.emptyPage.title' : `${empty}.title`)}
              description={t(
                nextCursor
                  ? 'list.emptyPage.description'
                  : `${empty}.description`,
              )}
            />
          ) : (
            <RolloutsTable
              rollouts={items}
              withComponent={props.component === undefined}
            />
          )
        }
      </LoadedContent>
      <CursorPaging
        cursor={cursor}
        nextCursor={loaded.value?.nextCursor}
        onCursor={to => setPlace({ key, cursor: to })}
      />
    </Flex>
  );
}

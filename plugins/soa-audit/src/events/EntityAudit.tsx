import { useMemo, useState } from 'react';
import { Button, Container, Flex, Text } from '@backstage/ui';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { parsePlacements } from '@backstage-soa/plugin-soa-common';
import type { AuditEvent } from '@backstage-soa/plugin-soa-common';
import {
  EmptyState,
  ErrorState,
  LoadingState,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { soaAuditApiRef } from '../api';
import { CoverageNote } from './CoverageNote';
import { EventDialog } from './EventDialog';
import { EventFilters } from './EventFilters';
import { EventsTable } from './EventsTable';
import { toQuery, useEventFilters } from './useEventFilters';

const POLL_MS = 10_000;
const PAGE_SIZE = 50;
const LARGEST_PAGE = 500;

/** What CloudTrail saw happen to the entity whose page this is. */
export function EntityAudit() {
  const api = useApi(soaAuditApiRef);
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { values, change } = useEventFilters();
  const [limit, setLimit] = useState(PAGE_SIZE);
  const [open, setOpen] = useState<AuditEvent>();
  const { value, error, reload } = useLoaded(
    JSON.stringify([entityRef, values, limit]),
    signal =>
      api.listEvents(
        entityRef,
        { ...toQuery(values, Date.now()), limit },
        signal,
      ),
    POLL_MS,
  );
  const placements = useMemo(
    () => parsePlacements(entity.spec?.placements ?? []).placements,
    [entity],
  );
  const outOfBand = value?.items.filter(event => event.outOfBand).length ?? 0;

  return (
    <Container>
      <Flex direction="column" gap="4" py="4">
        <EventFilters
          values={values}
          onChange={change}
          placements={placements}
        />
        {value && <CoverageNote coverage={value.coverage} />}
        {error && (
          <ErrorState
            title="The events could not be loaded"
            error={error}
            onRetry={reload}
          />
        )}
        {!value && !error && <LoadingState label="Loading events" />}
        {value?.items.length === 0 && (
          <EmptyState
            title="Nothing happened"
            description="No event fits these filters: take a longer time, or show reads as well."
          />
        )}
        {value && value.items.length > 0 && (
          <>
            <Text color="secondary" role="status">
              {value.items.length}
              {value.nextCursor ? '+' : ''} events, {outOfBand} of them
              out-of-band changes
            </Text>
            <EventsTable events={value.items} onOpen={setOpen} />
            {value.nextCursor && limit < LARGEST_PAGE && (
              <Button
                variant="secondary"
                onPress={() =>
                  setLimit(before =>
                    Math.min(before + PAGE_SIZE * 2, LARGEST_PAGE),
                  )
                }
              >
                Show more
              </Button>
            )}
          </>
        )}
        {open && (
          <EventDialog event={open} onClose={() => setOpen(undefined)} />
        )}
      </Flex>
    </Container>
  );
}

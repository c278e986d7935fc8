import { useState } from 'react';
import { Button, Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  AuditEvent,
  AuditEventsPage,
} from '@backstage-soa/plugin-soa-common';
import { EmptyState } from '@backstage-soa/plugin-soa-react';
import { soaAuditTranslationRef } from '../translation';
import { EventDialog } from './EventDialog';
import { EventsTable } from './EventsTable';

/** A page of events, each of which opens, and the way to older ones. */
export function EventList(props: {
  page: AuditEventsPage;
  cursor: string | undefined;
  onCursor: (cursor: string | undefined) => void;
}) {
  const { page, cursor, onCursor } = props;
  const { items, nextCursor } = page;
  const { t } = useTranslationRef(soaAuditTranslationRef);
  const [open, setOpen] = useState<AuditEvent>();
  const counts = {
    events: String(items.length),
    outOfBand: String(items.filter(({ outOfBand }) => outOfBand).length),
  };
  const whole = nextCursor ? 'foundFirst' : 'found';
  return (
    <>
      {items.length === 0 && (
        <EmptyState
          title={t('events.empty.title')}
          description={t('events.empty.description')}
        />
      )}
      {items.length > 0 && (
        <>
          <Text color="secondary" role="status">
            {t(`events.${cursor ? 'foundOlder' : whole}`, counts)}
          </Text>
          <EventsTable events={items} onOpen={setOpen} />
        </>
      )}
      {(cursor || nextCursor) && (
        <Flex gap="2">
          <Button
            variant="secondary"
            isDisabled={!cursor}
            onPress={() => onCursor(undefined)}
          >
            {t('events.newest')}
          </Button>
          <Button
            variant="secondary"
            isDisabled={!nextCursor}
            onPress={() => onCursor(nextCursor)}
          >
            {t('events.older')}
          </Button>
        </Flex>
      )}
      {open && <EventDialog event={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

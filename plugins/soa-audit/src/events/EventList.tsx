import { useState } from 'react';
import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  AuditEvent,
  AuditEventsPage,
} from '@backstage-soa/plugin-soa-common';
import { CursorPaging, EmptyState } from '@backstage-soa/plugin-soa-react';
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
    events: t('events.number', { count: items.length }),
    outOfBand: t('events.outOfBand', {
      count: items.filter(({ outOfBand }) => outOfBand).length,
    }),
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
      <CursorPaging
        cursor={cursor}
        nextCursor={nextCursor}
        onCursor={onCursor}
      />
      {open && <EventDialog event={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

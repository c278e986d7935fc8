import { Dialog, DialogBody, DialogHeader, Flex, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AuditEvent } from '@backstage-soa/plugin-soa-common';
import {
  EntityLink,
  LoadedContent,
  StateBadge,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { soaAuditApiRef } from '../api';
import { soaAuditTranslationRef } from '../translation';
import { ActorText } from './ActorText';
import { EventSentence } from './EventSentence';

/** One event: a sentence first, then whose it is, then the record. */
export function EventDialog(props: { event: AuditEvent; onClose: () => void }) {
  const { event, onClose } = props;
  const api = useApi(soaAuditApiRef);
  const { t } = useTranslationRef(soaAuditTranslationRef);
  const loaded = useLoaded(event.eventId, signal =>
    api.getEvent(event.eventId, signal),
  );
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={860}>
      <DialogHeader>{event.eventName}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="3">
          <EventSentence event={event} />
          {event.outOfBand && (
            <StateBadge tone="bad">{t('event.outOfBand')}</StateBadge>
          )}
          <ActorText actor={event.actor} />
          <div>
            <Text weight="bold">{t('event.belongsTo')}</Text>
            <ul style={{ margin: 0 }}>
              {event.attributions.map(({ entityRef, rule, confidence }) => (
                <li key={`${entityRef} ${rule}`}>
                  <EntityLink entityRef={entityRef} />{' '}
                  <Text variant="body-small" color="secondary">
                    {t(`rule.${rule}`, {
                      confidence: `${Math.round(confidence * 100)} %`,
                    })}
                  </Text>
                </li>
              ))}
            </ul>
          </div>
          <LoadedContent
            loaded={loaded}
            loading={t('event.loading')}
            failed={t('event.failed')}
          >
            {({ record }) => (
              <pre
                aria-label={t('event.record')}
                role="region"
                // Whoever has no mouse scrolls with the keyboard.
                // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
                tabIndex={0}
                style={{ overflow: 'auto', maxHeight: '40vh', margin: 0 }}
              >
                {JSON.stringify(record, undefined, 2)}
              </pre>
            )}
          </LoadedContent>
        </Flex>
      </DialogBody>
    </Dialog>
  );
}

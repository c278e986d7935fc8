import { Dialog, DialogBody, DialogHeader, Flex, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import type { AuditEvent } from '@backstage-soa/plugin-soa-common';
import {
  EntityLink,
  ErrorState,
  LoadingState,
  StateBadge,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { soaAuditApiRef } from '../api';
import { ActorText } from './ActorText';
import { eventSentence } from './eventSentence';

/** One event: a sentence first, then whose it is, then the record. */
export function EventDialog(props: { event: AuditEvent; onClose: () => void }) {
  const { event, onClose } = props;
  const api = useApi(soaAuditApiRef);
  const { value, error, reload } = useLoaded(event.eventId, signal =>
    api.getEvent(event.eventId, signal),
  );
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={860}>
      <DialogHeader>{event.eventName}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="3">
          <Text>{eventSentence(event)}</Text>
          {event.outOfBand && (
            <StateBadge tone="bad">
              Out-of-band change: not made by the pipeline
            </StateBadge>
          )}
          <ActorText actor={event.actor} />
          <div>
            <Text weight="bold">Belongs to</Text>
            <ul style={{ margin: 0 }}>
              {event.attributions.map(({ entityRef, rule, confidence }) => (
                <li key={entityRef}>
                  <EntityLink entityRef={entityRef} />{' '}
                  <Text variant="body-small" color="secondary">
                    by {rule}, confidence {Math.round(confidence * 100)} %
                  </Text>
                </li>
              ))}
            </ul>
          </div>
          {error && (
            <ErrorState
              title="The record could not be loaded"
              error={error}
              onRetry={reload}
            />
          )}
          {!value && !error && <LoadingState label="Loading the record" />}
          {value && (
            <pre style={{ overflow: 'auto', maxHeight: '40vh', margin: 0 }}>
              {JSON.stringify(value.record, undefined, 2)}
            </pre>
          )}
        </Flex>
      </DialogBody>
    </Dialog>
  );
}

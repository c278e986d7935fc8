import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AuditEvent } from '@backstage-soa/plugin-soa-common';
import { soaAuditTranslationRef } from '../translation';
import { resourceName } from './resourceName';

/** What happened, as people would say it. */
export function EventSentence({ event }: { event: AuditEvent }) {
  const { t } = useTranslationRef(soaAuditTranslationRef);
  const [first] = event.resources;
  const said = {
    who: event.actor.name,
    what: event.eventName,
    service: event.eventSource.replace('.amazonaws.com', ''),
    region: event.region,
  };
  const verb = event.failed ? 'refused' : 'called';
  return (
    <Text>
      {first
        ? t(`event.${verb}On`, { ...said, resource: resourceName(first.arn) })
        : t(`event.${verb}`, said)}
      {event.console && ` ${t('event.console')}`}
    </Text>
  );
}

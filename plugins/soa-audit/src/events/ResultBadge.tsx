import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AuditEvent } from '@backstage-soa/plugin-soa-common';
import { StateBadge } from '@backstage-soa/plugin-soa-react';
import { soaAuditTranslationRef } from '../translation';

/** What became of an event: what matters most, in few words. */
export function ResultBadge({ event }: { event: AuditEvent }) {
  const { t } = useTranslationRef(soaAuditTranslationRef);
  if (event.outOfBand) {
    return <StateBadge tone="bad">{t('result.outOfBand')}</StateBadge>;
  }
  if (event.failed) {
    return (
      <StateBadge tone="attention">
        {event.errorCode ?? t('result.failed')}
      </StateBadge>
    );
  }
  return (
    <StateBadge tone="neutral">
      {event.readOnly ? t('result.read') : t('result.changed')}
    </StateBadge>
  );
}

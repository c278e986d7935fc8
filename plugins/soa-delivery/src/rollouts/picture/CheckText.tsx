import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RolloutCheck } from '@backstage-soa/plugin-soa-common';
import { soaDeliveryTranslationRef } from '../../translation';

/** What has to hold. */
export function CheckText({ check }: { check: RolloutCheck }) {
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  switch (check.type) {
    case 'health':
      return (
        <>
          {t('check.health', {
            target: (check.url ?? check.output ?? '') + (check.path ?? ''),
            status: String(check.expectStatus ?? 200),
          })}
        </>
      );
    case 'cloudwatch-alarm':
      return <>{t('check.alarm', { alarm: check.alarm })}</>;
    default:
      return <>{t('check.webhook', { name: check.name })}</>;
  }
}

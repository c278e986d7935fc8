import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RolloutCheckResult } from '@backstage-soa/plugin-soa-common';
import { RiPulseLine } from '@remixicon/react';
import { soaDeliveryTranslationRef } from '../../translation';

/** How the checks of a wave stand, in a line. */
export function WaveChecksText(props: {
  checks: readonly RolloutCheckResult[];
}) {
  const { checks } = props;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const isFailing = checks.some(
    ({ state }) => state === 'failing' || state === 'failed',
  );
  return (
    <Text variant="body-small">
      <RiPulseLine
        size={14}
        aria-hidden="true"
        style={{ verticalAlign: 'text-bottom' }}
      />{' '}
      {isFailing
        ? t('picture.checkFailing')
        : t('picture.checks', {
            passed: String(
              checks.filter(({ state }) => state === 'passed').length,
            ),
            all: String(checks.length),
          })}
    </Text>
  );
}

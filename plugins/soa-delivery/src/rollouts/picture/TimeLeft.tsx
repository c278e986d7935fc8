import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiTimerLine } from '@remixicon/react';
import { soaDeliveryTranslationRef } from '../../translation';
import { useDuration } from './useDuration';
import { useNow } from './useNow';

/** How much longer a wave is watched, counting down. */
export function TimeLeft({ until }: { until: string }) {
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const durationOf = useDuration();
  const now = useNow();
  const seconds = (Date.parse(until) - now) / 1_000;
  return (
    <Text variant="body-small">
      <RiTimerLine
        size={14}
        aria-hidden="true"
        style={{ verticalAlign: 'text-bottom' }}
      />{' '}
      {seconds > 0
        ? t('picture.timeLeft', { time: durationOf(seconds) })
        : t('picture.watched')}
    </Text>
  );
}

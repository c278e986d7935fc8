import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RolloutStageProgress } from '@backstage-soa/plugin-soa-common';
import { soaDeliveryTranslationRef } from '../../translation';
import { useDuration } from './useDuration';

/** By which rules a stage goes through its waves, where they matter. */
export function StageSettingsText({ stage }: { stage: RolloutStageProgress }) {
  const { maxConcurrent, failureTolerance, bake, onFailure, waves } = stage;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const durationOf = useDuration();
  const largest = Math.max(...waves.map(({ targets }) => targets.length), 0);
  const parts = [
    maxConcurrent < largest &&
      t('settings.maxConcurrent', { number: String(maxConcurrent) }),
    failureTolerance > 0 &&
      t('settings.failureTolerance', { number: String(failureTolerance) }),
    bake > 0 && t('settings.bake', { time: durationOf(bake) }),
    onFailure !== 'stop' && t(`settings.onFailure-${onFailure}`),
  ].filter(Boolean);
  return parts.length > 0 ? (
    // As wide as the waves, and no wider.
    <div style={{ width: 0, minWidth: '100%' }}>
      <Text variant="body-small">{parts.join(' · ')}</Text>
    </div>
  ) : null;
}

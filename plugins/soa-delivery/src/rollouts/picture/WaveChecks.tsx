import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StateBadge, Time } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryTranslationRef } from '../../translation';
import { CHECK_TONES } from '../states';
import { CheckText } from './CheckText';
import { useWaveName } from './useWaveName';
import type { PlacedWave } from './wavesOf';

/** The checks of a wave, each with its result. */
export function WaveChecks({ placed }: { placed: PlacedWave }) {
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const nameOf = useWaveName();
  return (
    <div>
      <Text weight="bold">
        {t('check.title', {
          wave: t('picture.ofStage', {
            environment: placed.environment,
            wave: nameOf(placed),
          }),
        })}
      </Text>
      <ul style={{ margin: 0 }}>
        {placed.wave.checks.map(
          ({ check, state, message, checkedAt }, index) => (
            <li key={index}>
              <Text>
                <CheckText check={check} />
              </Text>{' '}
              <StateBadge tone={CHECK_TONES[state]}>
                {t(`checkState.${state}`)}
              </StateBadge>
              {message && (
                <div>
                  <Text variant="body-small">{message}</Text>
                </div>
              )}
              {checkedAt && (
                <div>
                  <Text variant="body-small" color="secondary">
                    {t('check.checkedAt', { time: <Time iso={checkedAt} /> })}
                  </Text>
                </div>
              )}
            </li>
          ),
        )}
      </ul>
    </div>
  );
}

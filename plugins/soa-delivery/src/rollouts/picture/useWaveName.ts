import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { soaDeliveryTranslationRef } from '../../translation';
import type { PlacedWave } from './wavesOf';

/** What a wave is called. */
export function useWaveName(): (wave: PlacedWave) => string {
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  return ({ number, wave }) =>
    wave.name ?? t('picture.wave', { number: String(number) });
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { soaDeliveryTranslationRef } from '../../translation';

const UNITS = [
  { unit: 'days', seconds: 86_400 },
  { unit: 'hours', seconds: 3_600 },
  { unit: 'minutes', seconds: 60 },
  { unit: 'seconds', seconds: 1 },
] as const;

/** Says how long so many seconds are, in its two largest units. */
export function useDuration(): (seconds: number) => string {
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  return seconds => {
    const whole = Math.ceil(seconds);
    const first = UNITS.findIndex(of => whole >= of.seconds);
    if (first < 0) {
      return t('time.seconds', { number: '0' });
    }
    return UNITS.slice(first, first + 2)
      .map((of, index) => ({
        unit: of.unit,
        number: Math.floor(
          (index === 0 ? whole : whole % UNITS[first].seconds) / of.seconds,
        ),
      }))
      .filter(({ number }) => number > 0)
      .map(({ unit, number }) => t(`time.${unit}`, { number: String(number) }))
      .join(' ');
  };
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { soaDeliveryTranslationRef } from '../../translation';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Says how long so many seconds are, as exactly as one wants to know. */
export function useDuration(): (seconds: number) => string {
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  return seconds => {
    const whole = Math.ceil(seconds);
    const parts = {
      days: String(Math.floor(whole / DAY)),
      hours: String(Math.floor((whole % DAY) / HOUR)),
      minutes: String(Math.floor((whole % HOUR) / MINUTE)),
      seconds: String(whole % MINUTE),
    };
    if (whole < MINUTE) {
      return t('time.seconds', parts);
    }
    if (whole < HOUR) {
      return t('time.minutes', parts);
    }
    return whole < DAY ? t('time.hours', parts) : t('time.days', parts);
  };
}

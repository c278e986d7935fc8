import { useLocale } from '@backstage-soa/plugin-soa-react';

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How long it is until then, in the reader's own language; exactly when pointed at. */
export function TimeLeft(props: { until: string; now?: () => number }) {
  const { until, now = Date.now } = props;
  const locale = useLocale();
  const seconds = (Date.parse(until) - now()) / 1_000;
  const [unit, size] =
    UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? UNITS[2];
  return (
    <time dateTime={until} title={until}>
      {new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(
        Math.round(seconds / size),
        unit,
      )}
    </time>
  );
}

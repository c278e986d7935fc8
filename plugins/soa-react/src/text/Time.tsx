import { useLocale } from './useLocale';

/**
 * A point in time, in the reader's own language and time zone; exactly, in UTC,
 * when pointed at.
 *
 * @public
 */
export function Time(props: {
  iso: string;
  /** Whether the day will do. */
  isDay?: boolean;
}) {
  const { iso, isDay } = props;
  const locale = useLocale();
  return (
    <time dateTime={iso} title={iso}>
      {new Intl.DateTimeFormat(locale, {
        dateStyle: 'medium',
        ...(!isDay && { timeStyle: 'medium' }),
      }).format(new Date(iso))}
    </time>
  );
}

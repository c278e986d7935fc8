import { useLocale } from './useLocale';

/**
 * A point in time, in the reader's own language and time zone; exactly, in UTC,
 * when pointed at.
 *
 * @public
 */
export function Time({ iso }: { iso: string }) {
  const locale = useLocale();
  return (
    <time dateTime={iso} title={iso}>
      {new Intl.DateTimeFormat(locale, {
        dateStyle: 'medium',
        timeStyle: 'medium',
      }).format(new Date(iso))}
    </time>
  );
}

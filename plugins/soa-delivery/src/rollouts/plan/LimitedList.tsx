import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { soaDeliveryTranslationRef } from '../../translation';

const MOST = 10;

/** The first of a list, and how many more there are. */
export function LimitedList({ items }: { items: readonly string[] }) {
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  return (
    <ul
      style={{
        margin: 0,
        overflowWrap: 'anywhere',
        paddingInlineStart: 'var(--bui-space-4)',
      }}
    >
      {items.slice(0, MOST).map(item => (
        <li key={item}>{item}</li>
      ))}
      {items.length > MOST && (
        <li>{t('plan.andMore', { number: String(items.length - MOST) })}</li>
      )}
    </ul>
  );
}

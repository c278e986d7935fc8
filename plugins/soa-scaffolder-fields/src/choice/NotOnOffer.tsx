import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { soaScaffolderFieldsTranslationRef } from '../translation';

const MOST_SHOWN = 50;

/** What cannot be chosen, and why: folded up, so that it is not in the way. */
export function NotOnOffer(props: {
  items: ReadonlyArray<{ name: string; reason: string }>;
}) {
  const { items } = props;
  const { t } = useTranslationRef(soaScaffolderFieldsTranslationRef);
  if (items.length === 0) {
    return null;
  }
  return (
    <details>
      <summary>
        <Text variant="body-small">
          {t('notOnOffer.title', { count: items.length })}
        </Text>
      </summary>
      <ul style={{ margin: 0 }}>
        {items.slice(0, MOST_SHOWN).map(({ name, reason }) => (
          <li key={name}>
            <Text variant="body-small">
              {t('notOnOffer.item', { name, reason })}
            </Text>
          </li>
        ))}
        {items.length > MOST_SHOWN && (
          <li>
            <Text variant="body-small">
              {t('notOnOffer.more', {
                number: String(items.length - MOST_SHOWN),
              })}
            </Text>
          </li>
        )}
      </ul>
    </details>
  );
}

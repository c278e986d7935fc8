import { Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { soaScaffolderFieldsTranslationRef } from '../translation';
import type { CostLine } from './costLines';

/** The choices that cost money, with how many there are of each. */
export function CostList({ lines }: { lines: readonly CostLine[] }) {
  const { t } = useTranslationRef(soaScaffolderFieldsTranslationRef);
  if (lines.length === 0) {
    return null;
  }
  const heading = ({ title, amount, total }: CostLine) => {
    if (total === undefined || total === amount) {
      return amount === undefined
        ? t('review.choice', { title })
        : t('review.amount', { title, amount: String(amount) });
    }
    return amount === undefined
      ? t('review.total', { title, count: total })
      : t('review.amountOfTotal', {
          title,
          amount: String(amount),
          total: String(total),
        });
  };
  return (
    <Flex direction="column" gap="2">
      <Text as="h3" variant="title-x-small">
        {t('review.costs')}
      </Text>
      <ul style={{ margin: 0 }}>
        {lines.map(line => (
          <li key={line.title}>
            <Text weight="bold">{heading(line)}</Text>{' '}
            <Text color="secondary">{line.description}</Text>
          </li>
        ))}
      </ul>
    </Flex>
  );
}

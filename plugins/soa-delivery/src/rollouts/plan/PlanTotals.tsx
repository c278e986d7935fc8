import { Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { soaDeliveryTranslationRef } from '../../translation';
import type { PlansSummary } from './summarizePlans';

/** How many resources plans add, change, destroy and import. */
export function PlanTotals({ totals }: { totals: PlansSummary['totals'] }) {
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const parts = [
    { number: totals.add, label: t('plan.add') },
    { number: totals.change, label: t('plan.change') },
    { number: totals.destroy, label: t('plan.destroy') },
    { number: totals.import, label: t('plan.toImport') },
  ];
  return (
    <Flex gap="5" style={{ flexWrap: 'wrap' }}>
      {parts.map(({ number, label }) => (
        <Text key={label}>
          <Text variant="title-x-small">{number}</Text> {label}
        </Text>
      ))}
    </Flex>
  );
}

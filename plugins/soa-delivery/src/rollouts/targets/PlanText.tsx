import { Text, VisuallyHidden } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RolloutTargetPlan } from '@backstage-soa/plugin-soa-common';
import { soaDeliveryTranslationRef } from '../../translation';

/** What a plan would do: signs for the eye, words for a screen reader. */
export function PlanText({ plan }: { plan?: RolloutTargetPlan }) {
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  if (!plan) {
    return <Text>–</Text>;
  }
  const counts = {
    add: String(plan.add),
    change: String(plan.change),
    destroy: String(plan.destroy),
  };
  return (
    <div>
      <Text aria-hidden="true">{t('plan.changes', counts)}</Text>
      <VisuallyHidden>{t('plan.inWords', counts)}</VisuallyHidden>
      {plan.import > 0 && (
        <div>
          <Text variant="body-small" color="secondary">
            {t('plan.import', { number: String(plan.import) })}
          </Text>
        </div>
      )}
    </div>
  );
}

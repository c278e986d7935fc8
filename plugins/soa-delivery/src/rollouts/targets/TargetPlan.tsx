import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RolloutTarget } from '@backstage-soa/plugin-soa-common';
import { soaDeliveryTranslationRef } from '../../translation';
import { PlanText } from './PlanText';

/** What a placement's plan would do, what it would lose, or why there is none. */
export function TargetPlan(props: {
  target: Pick<RolloutTarget, 'plan' | 'planError'>;
}) {
  const { plan, planError } = props.target;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const lost = plan?.statefulDestroys ?? [];
  return (
    <>
      <PlanText plan={plan} />
      {lost.length > 0 && (
        <div title={lost.join('\n')}>
          <Text variant="body-small" color="danger" aria-hidden="true">
            ▲{' '}
          </Text>
          <Text variant="body-small">
            {t('targets.losesData', { count: lost.length })}
          </Text>
        </div>
      )}
      {planError && (
        <div>
          <Text variant="body-small" color="secondary">
            {t('targets.planError', { reason: planError })}
          </Text>
        </div>
      )}
    </>
  );
}

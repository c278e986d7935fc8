import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  RolloutTarget,
  RolloutTargetPlan,
} from '@backstage-soa/plugin-soa-common';
import { soaDeliveryTranslationRef } from '../../translation';
import { PlanText } from './PlanText';

/** What a placement's plans would do and lose, or why there is none. */
export function TargetPlan(props: {
  target: Pick<RolloutTarget, 'plan' | 'planError' | 'undoPlan'>;
}) {
  const { plan, planError, undoPlan } = props.target;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  return (
    <>
      <PlanText plan={plan} />
      <LostText plan={plan} />
      {planError && (
        <div>
          <Text variant="body-small" color="secondary">
            {t('targets.planError', { reason: planError })}
          </Text>
        </div>
      )}
      {undoPlan && (
        <>
          <Text variant="body-small" color="secondary">
            {t('targets.undoPlan')}
          </Text>
          <PlanText plan={undoPlan} />
          <LostText plan={undoPlan} />
        </>
      )}
    </>
  );
}

function LostText({ plan }: { plan?: RolloutTargetPlan }) {
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const lost = plan?.statefulDestroys ?? [];
  return lost.length === 0 ? null : (
    <div title={lost.join('\n')}>
      <Text variant="body-small" color="danger" aria-hidden="true">
        ▲{' '}
      </Text>
      <Text variant="body-small">
        {t('targets.losesData', { count: lost.length })}
      </Text>
    </div>
  );
}

import { Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { soaDeliveryTranslationRef } from '../../translation';
import { LimitedList } from '../plan/LimitedList';
import { PlanTotals } from '../plan/PlanTotals';
import { summarizePlans } from '../plan/summarizePlans';
import type { ApprovalOfTargets } from './approvalsOf';

/** What happens if it is approved: what is applied, or which data are lost. */
export function DecisionSubject({ of }: { of: ApprovalOfTargets }) {
  const { approval, targets } = of;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  if (approval.kind === 'destroy') {
    const resources = approval.resources ?? [];
    return resources.length > 0 ? (
      <div>
        <Text>{t('approval.dialog.resources')}</Text>
        <LimitedList items={resources} />
      </div>
    ) : (
      <Text>{t('approval.dialog.noResources')}</Text>
    );
  }
  const { planned, totals, losing, notPlanned } = summarizePlans(targets);
  return (
    <Flex direction="column" gap="2">
      <div>
        <Text>
          {t('approval.dialog.placements', { count: targets.length })}
        </Text>
        <LimitedList items={targets.map(({ placement }) => placement.key)} />
      </div>
      {planned > 0 && <PlanTotals totals={totals} />}
      {losing.length > 0 && (
        <div>
          <Text>{t('plan.losesData', { count: losing.length })}</Text>
          <LimitedList
            items={losing.map(({ placement, resources }) =>
              t('plan.resources', {
                placement,
                resources: resources.join(', '),
              }),
            )}
          />
        </div>
      )}
      {notPlanned.length > 0 && (
        <Text>
          {t('approval.dialog.notPlanned', { count: notPlanned.length })}
        </Text>
      )}
    </Flex>
  );
}

import { useId } from 'react';
import { Alert, Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Rollout } from '@backstage-soa/plugin-soa-common';
import { soaDeliveryTranslationRef } from '../../translation';
import { LimitedList } from './LimitedList';
import { PlanTotals } from './PlanTotals';
import { summarizePlans } from './summarizePlans';

/** What a rollout changes over all placements, before the first of them is applied. */
export function PlanSummary({ rollout }: { rollout: Rollout }) {
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const titleId = useId();
  const { planned, unchanged, totals, notPlanned, losing } = summarizePlans(
    rollout.stages
      .flatMap(({ waves }) => waves)
      .flatMap(({ targets }) => targets),
  );
  const isPlanning = !rollout.planned && !rollout.endedAt;
  if (!isPlanning && planned === 0 && notPlanned.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby={titleId}>
      <Flex direction="column" gap="2">
        <Text as="h2" variant="title-x-small" id={titleId}>
          {t(rollout.endedAt ? 'plan.titlePast' : 'plan.title')}
        </Text>
        {isPlanning && (
          <Text>
            {t('plan.planning', {
              planned: String(planned),
              all: String(rollout.counts.all),
            })}
          </Text>
        )}
        {planned > 0 && (
          <div>
            <PlanTotals totals={totals} />
            <Text color="secondary" variant="body-small">
              {t('plan.ofPlacements', { count: planned })}
              {unchanged > 0 && ` ${t('plan.unchanged', { count: unchanged })}`}
            </Text>
          </div>
        )}
        {losing.length > 0 && (
          <Alert
            status="warning"
            icon
            title={t('plan.losesData', { count: losing.length })}
            description={
              <LimitedList
                items={losing.map(({ placement, resources }) =>
                  t('plan.resources', {
                    placement,
                    resources: resources.join(', '),
                  }),
                )}
              />
            }
          />
        )}
        {notPlanned.length > 0 && (
          <Alert
            status="info"
            icon
            title={t('plan.notPlanned', { count: notPlanned.length })}
            description={
              <LimitedList
                items={notPlanned.map(because => t('plan.because', because))}
              />
            }
          />
        )}
      </Flex>
    </section>
  );
}

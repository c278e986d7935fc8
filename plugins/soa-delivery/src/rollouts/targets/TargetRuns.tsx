import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  RolloutRun,
  RolloutTarget,
} from '@backstage-soa/plugin-soa-common';
import { ExternalLink } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryTranslationRef } from '../../translation';

/** The newest run of a placement, and below it those before, the newest first. */
export function TargetRuns(props: {
  target: Pick<RolloutTarget, 'run' | 'pastRuns'>;
}) {
  const { run, pastRuns } = props.target;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const inWords = (of: RolloutRun) =>
    t('targets.purposeRun', {
      purpose: t(`runPurpose.${of.purpose}`),
      run: (
        <ExternalLink
          href={of.url}
          variant={of === run ? 'body-medium' : 'body-small'}
        >
          {of.status.replaceAll('_', ' ')}
        </ExternalLink>
      ),
    });
  return (
    <>
      {run ? <Text>{inWords(run)}</Text> : <Text>–</Text>}
      {[...pastRuns].reverse().map(past => (
        <div key={past.id}>
          <Text variant="body-small" color="secondary">
            {inWords(past)}
          </Text>
        </div>
      ))}
    </>
  );
}

import { Alert, Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Rollout, RolloutTarget } from '@backstage-soa/plugin-soa-common';
import { soaDeliveryTranslationRef } from '../../translation';
import { LogButton } from './LogButton';

const MOST = 3;

/** What has failed first, why, and its log at hand; nothing where all is well. */
export function FailuresNote(props: {
  rollout: Rollout;
  onLog: (target: RolloutTarget) => void;
}) {
  const { rollout, onLog } = props;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const failed = rollout.stages
    .flatMap(({ waves }) => waves)
    .flatMap(({ targets }) => targets)
    .filter(({ state }) => state === 'failed');
  if (failed.length === 0) {
    return null;
  }
  return (
    <Alert
      status="danger"
      icon
      title={t('failures.title', { count: failed.length })}
      description={
        <ul style={{ margin: 0, paddingInlineStart: 'var(--bui-space-4)' }}>
          {failed.slice(0, MOST).map(target => (
            <li key={target.placement.key}>
              <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
                <Text weight="bold">{target.placement.key}</Text>
                {target.error && <Text>{target.error}</Text>}
                <LogButton target={target} onLog={onLog} />
              </Flex>
            </li>
          ))}
          {failed.length > MOST && (
            <li>
              {t('plan.andMore', { number: String(failed.length - MOST) })}
            </li>
          )}
        </ul>
      }
    />
  );
}

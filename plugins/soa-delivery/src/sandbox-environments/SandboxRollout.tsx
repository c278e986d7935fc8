import { Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SandboxEnvironment } from '@backstage-soa/plugin-soa-common';
import {
  LoadedContent,
  StateBadge,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { soaDeliveryApiRef } from '../api';
import { RolloutLink } from '../rollouts/list/RolloutLink';
import { QueueText } from '../rollouts/queue';
import { ROLLOUT_TONES } from '../rollouts/states';
import { soaDeliveryTranslationRef } from '../translation';

const POLL_MS = 5_000;
const POLL_ENDED_MS = 60_000;

/** The rollout that made or destroys a sandbox environment, and what it waits for. */
export function SandboxRollout(props: { environment: SandboxEnvironment }) {
  const { componentRef: component, rolloutId, state } = props.environment;
  const isToBegin = state !== 'active' && rolloutId === undefined;
  const api = useApi(soaDeliveryApiRef);
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const loaded = useLoaded(
    JSON.stringify([component, rolloutId, isToBegin]),
    async signal => {
      if (isToBegin) {
        return {};
      }
      const id =
        rolloutId ??
        (await api.listRollouts({ component, limit: 1 }, signal)).items[0]?.id;
      return { rollout: id ? await api.getRollout(id, signal) : undefined };
    },
    value =>
      value?.rollout && !value.rollout.endedAt ? POLL_MS : POLL_ENDED_MS,
  );
  return (
    <LoadedContent
      loaded={loaded}
      loading={t('rollout.loading')}
      failed={t('rollout.failed')}
    >
      {({ rollout }) =>
        rollout ? (
          <>
            <RolloutLink rollout={rollout} />
            <Text> · </Text>
            <StateBadge tone={ROLLOUT_TONES[rollout.state]}>
              {t(`rolloutState.${rollout.state}`)}
            </StateBadge>
            {rollout.queue && (
              <div>
                <Text>
                  <QueueText queue={rollout.queue} />
                </Text>
              </div>
            )}
          </>
        ) : (
          <Text>
            {t(isToBegin ? 'sandbox.rolloutSoon' : 'sandbox.noRollout')}
          </Text>
        )
      }
    </LoadedContent>
  );
}

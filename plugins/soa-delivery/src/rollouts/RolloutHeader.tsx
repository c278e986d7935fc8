import { Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Rollout } from '@backstage-soa/plugin-soa-common';
import {
  EntityLink,
  ExternalLink,
  StateBadge,
  Time,
} from '@backstage-soa/plugin-soa-react';
import { soaDeliveryTranslationRef } from '../translation';
import { Outcome } from './Outcome';
import { ROLLOUT_TONES } from './states';

/** Of what a rollout is, how far it has come, and who started it. */
export function RolloutHeader({ rollout }: { rollout: Rollout }) {
  const { componentRef, state, initiator, createdAt, endedAt } = rollout;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  return (
    <Flex direction="column" gap="1">
      <Text as="h1" variant="title-medium">
        {t('rollout.title', {
          component: (
            <EntityLink entityRef={componentRef} variant="title-medium" />
          ),
        })}
      </Text>
      <div role="status">
        <StateBadge tone={ROLLOUT_TONES[state]}>
          {t(`rolloutState.${state}`)}
        </StateBadge>{' '}
        <Text>
          <Outcome rollout={rollout} />
        </Text>
      </div>
      <Text color="secondary" variant="body-small">
        {t('rollout.startedBy', {
          initiator: <EntityLink entityRef={initiator} variant="body-small" />,
          time: <Time iso={createdAt} />,
        })}
      </Text>
      {endedAt && (
        <Text color="secondary" variant="body-small">
          {t('rollout.endedAt', { time: <Time iso={endedAt} /> })}
        </Text>
      )}
      <Text color="secondary" variant="body-small">
        {t('rollout.source', {
          source: (
            <ExternalLink href={rollout.source.url} variant="body-small">
              {t('rollout.configuration')}
            </ExternalLink>
          ),
        })}
      </Text>
    </Flex>
  );
}

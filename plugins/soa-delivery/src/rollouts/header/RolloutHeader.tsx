import { Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Rollout } from '@backstage-soa/plugin-soa-common';
import {
  EntityLink,
  ExternalLink,
  StateBadge,
  Time,
} from '@backstage-soa/plugin-soa-react';
import type { ReactNode } from 'react';
import { soaDeliveryTranslationRef } from '../../translation';
import { ROLLOUT_TONES } from '../states';
import { Outcome } from './Outcome';

/** Of what a rollout is, how far it has come, who started it, and what one may do. */
export function RolloutHeader(props: { rollout: Rollout; actions: ReactNode }) {
  const { rollout, actions } = props;
  const { componentRef, operation, state, initiator, createdAt, endedAt } =
    rollout;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  return (
    <Flex gap="4" align="start" justify="between" style={{ flexWrap: 'wrap' }}>
      <Flex direction="column" gap="1">
        <Text as="h1" variant="title-medium">
          {t(
            operation === 'destroy' ? 'rollout.titleDestroy' : 'rollout.title',
            {
              component: (
                <EntityLink entityRef={componentRef} variant="title-medium" />
              ),
            },
          )}
        </Text>
        <div role="status">
          <StateBadge tone={ROLLOUT_TONES[state]}>
            {t(`rolloutState.${state}`)}
          </StateBadge>
          <Text> · </Text>
          <Text>
            <Outcome rollout={rollout} />
          </Text>
        </div>
        {state !== 'applied' && state !== 'destroyed' && rollout.message && (
          <Text>{rollout.message}</Text>
        )}
        <Text color="secondary" variant="body-small">
          {t('rollout.startedBy', {
            initiator: (
              <EntityLink entityRef={initiator} variant="body-small" />
            ),
            time: <Time iso={createdAt} />,
          })}
        </Text>
        {endedAt && (
          <Text color="secondary" variant="body-small">
            {t('rollout.endedAt', { time: <Time iso={endedAt} /> })}
          </Text>
        )}
        {operation === 'apply' && (
          <Text color="secondary" variant="body-small">
            {t('rollout.source', {
              source: (
                <ExternalLink href={rollout.source.url} variant="body-small">
                  {t('rollout.configuration')}
                </ExternalLink>
              ),
            })}
          </Text>
        )}
      </Flex>
      {actions}
    </Flex>
  );
}

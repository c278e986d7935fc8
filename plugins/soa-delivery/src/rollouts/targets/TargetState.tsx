import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RolloutTarget } from '@backstage-soa/plugin-soa-common';
import { StateBadge } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryTranslationRef } from '../../translation';
import { TARGET_TONES } from '../states';
import { WaitText } from './WaitText';

/** Where a placement is, what it waits for, and what went wrong. */
export function TargetState({ target }: { target: RolloutTarget }) {
  const { state, waitsFor, error } = target;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  return (
    <>
      <StateBadge tone={TARGET_TONES[state]}>
        {t(`targetState.${state}`)}
      </StateBadge>
      {waitsFor && (
        <div>
          <Text variant="body-small" color="secondary">
            <WaitText target={target} />
          </Text>
        </div>
      )}
      {error && (
        <div>
          <Text variant="body-small">{error}</Text>
        </div>
      )}
    </>
  );
}

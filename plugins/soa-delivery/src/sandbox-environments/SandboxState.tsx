import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SandboxEnvironmentState } from '@backstage-soa/plugin-soa-common';
import { StateBadge } from '@backstage-soa/plugin-soa-react';
import type { StateTone } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryTranslationRef } from '../translation';

const TONES: Record<SandboxEnvironmentState, StateTone> = {
  active: 'good',
  destroying: 'attention',
  failed: 'bad',
};

/** A sandbox environment's state in words. */
export function SandboxState(props: { state: SandboxEnvironmentState }) {
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  return (
    <StateBadge tone={TONES[props.state]}>
      {t(`sandbox.states.${props.state}`)}
    </StateBadge>
  );
}

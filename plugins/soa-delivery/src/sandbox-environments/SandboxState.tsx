import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SandboxEnvironment } from '@backstage-soa/plugin-soa-common';
import { StateBadge } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryTranslationRef } from '../translation';

const TONES = {
  active: 'good',
  'under-way': 'attention',
  'not-made': 'bad',
  destroying: 'attention',
  failed: 'bad',
} as const;

/** A sandbox environment's state in words. */
export function SandboxState(props: {
  environment: Pick<SandboxEnvironment, 'state' | 'creation'>;
}) {
  const { state, creation } = props.environment;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const shown = (state === 'active' && creation) || state;
  return (
    <StateBadge tone={TONES[shown]}>{t(`sandbox.states.${shown}`)}</StateBadge>
  );
}

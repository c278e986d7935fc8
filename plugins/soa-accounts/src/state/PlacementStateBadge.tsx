import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PlacementState } from '@backstage-soa/plugin-soa-common';
import { StateBadge } from '@backstage-soa/plugin-soa-react';
import type { StateTone } from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../translation';

const TONES: Record<PlacementState, StateTone> = {
  'in-sync': 'good',
  'not-applied': 'attention',
  'missing-workspace': 'attention',
  undeclared: 'attention',
  drifted: 'bad',
  unknown: 'neutral',
};

/** Whether what is declared is what is there. */
export function PlacementStateBadge({ state }: { state: PlacementState }) {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  return <StateBadge tone={TONES[state]}>{t(`state.${state}`)}</StateBadge>;
}

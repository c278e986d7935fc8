import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AccountState } from '@backstage-soa/plugin-soa-common';
import { StateBadge } from '@backstage-soa/plugin-soa-react';
import type { StateTone } from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../translation';

const TONES = {
  PENDING_ACTIVATION: 'attention',
  ACTIVE: 'good',
  SUSPENDED: 'bad',
  PENDING_CLOSURE: 'attention',
  CLOSED: 'bad',
} as const satisfies Record<string, StateTone>;

/** Whether an account can be used; AWS may have states that have no words here. */
export function AccountStateBadge({ state }: { state: AccountState }) {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const known = Object.hasOwn(TONES, state)
    ? (state as keyof typeof TONES)
    : undefined;
  return (
    <StateBadge tone={known ? TONES[known] : 'neutral'}>
      {known ? t(`accountState.${known}`) : state}
    </StateBadge>
  );
}

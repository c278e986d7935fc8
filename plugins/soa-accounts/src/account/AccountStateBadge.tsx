import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AccountState } from '@backstage-soa/plugin-soa-common';
import { StateBadge } from '@backstage-soa/plugin-soa-react';
import type { StateTone } from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../translation';

const KNOWN = {
  PENDING_ACTIVATION: 'neutral',
  ACTIVE: 'good',
  SUSPENDED: 'bad',
  PENDING_CLOSURE: 'attention',
  CLOSED: 'neutral',
} as const satisfies Record<string, StateTone>;

function isKnown(state: string): state is keyof typeof KNOWN {
  return Object.hasOwn(KNOWN, state);
}

/** The state of an account; in the words of AWS where those are new. */
export function AccountStateBadge({ state }: { state: AccountState }) {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  return isKnown(state) ? (
    <StateBadge tone={KNOWN[state]}>{t(`accountState.${state}`)}</StateBadge>
  ) : (
    <StateBadge tone="neutral">{state}</StateBadge>
  );
}

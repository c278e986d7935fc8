import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StateBadge } from '@backstage-soa/plugin-soa-react';
import { PlacementStateBadge } from '../state/PlacementStateBadge';
import { soaAccountsTranslationRef } from '../translation';
import type { Difference } from './Difference';

/** What is wrong, in a word. */
export function DifferenceKind({ difference }: { difference: Difference }) {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  return 'item' in difference ? (
    <PlacementStateBadge state={difference.kind} />
  ) : (
    <StateBadge tone="attention">
      {t(`differences.${difference.kind}`)}
    </StateBadge>
  );
}

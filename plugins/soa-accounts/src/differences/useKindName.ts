import { useCallback } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { soaAccountsTranslationRef } from '../translation';
import { ACCOUNT_DIFFERENCES } from './Difference';
import type { Difference, PlacementDifference } from './Difference';

/** What kinds of differences are called. */
export function useKindName(): (kind: Difference['kind']) => string {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  return useCallback(
    kind => {
      const ofAccount = ACCOUNT_DIFFERENCES.find(one => one === kind);
      return ofAccount
        ? t(`differences.${ofAccount}`)
        : t(`state.${kind as PlacementDifference}`);
    },
    [t],
  );
}

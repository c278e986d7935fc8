import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { ANNOTATION_ACCOUNT_ID } from '@backstage-soa/plugin-soa-common';
import { EmptyState } from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../translation';
import { useAccountId } from './useAccountId';

/**
 * A card of the account whose page this is. Where its entity does not say which account
 * that is, nothing is asked for: the answer would be of all of them.
 */
export function OnAccount(props: {
  title: string;
  children: (accountId: string) => ReactNode;
}) {
  const { title, children } = props;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const id = useAccountId();
  return id ? (
    <>{children(id)}</>
  ) : (
    <EntityInfoCard title={title}>
      <EmptyState
        title={t('account.unknown')}
        description={t('empty.unknown', { annotation: ANNOTATION_ACCOUNT_ID })}
      />
    </EntityInfoCard>
  );
}

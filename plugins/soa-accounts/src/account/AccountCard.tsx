import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  LoadedContent,
  soaAccountsApiRef,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../translation';
import { AccountFacts } from './AccountFacts';
import { useAccountId } from './useAccountId';

/** What an account is for, whose it is, where it belongs and what it was given. */
export function AccountCard() {
  const api = useApi(soaAccountsApiRef);
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const id = useAccountId();
  const loaded = useLoaded(id, signal => api.getAccount(id, signal));
  return (
    <EntityInfoCard title={t('account.title')}>
      <LoadedContent
        loaded={loaded}
        loading={t('account.loading')}
        failed={t('account.failed')}
      >
        {account => <AccountFacts account={account} />}
      </LoadedContent>
    </EntityInfoCard>
  );
}

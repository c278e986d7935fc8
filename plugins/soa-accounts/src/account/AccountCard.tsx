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
import { OnAccount } from './OnAccount';

function KnownAccountCard({ accountId }: { accountId: string }) {
  const api = useApi(soaAccountsApiRef);
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const loaded = useLoaded(accountId, signal =>
    api.getAccount(accountId, signal),
  );
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

/** What an account is for, whose it is, where it belongs and what it was given. */
export function AccountCard() {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  return (
    <OnAccount title={t('account.title')}>
      {accountId => <KnownAccountCard accountId={accountId} />}
    </OnAccount>
  );
}

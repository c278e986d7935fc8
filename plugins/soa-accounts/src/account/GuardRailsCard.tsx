import { Alert, Flex } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  EmptyState,
  LoadedContent,
  soaAccountsApiRef,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../translation';
import { GuardRailsCsvButton } from './GuardRailsCsvButton';
import { GuardRailsTable } from './GuardRailsTable';
import { OnAccount } from './OnAccount';

function KnownGuardRailsCard({ accountId }: { accountId: string }) {
  const api = useApi(soaAccountsApiRef);
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const loaded = useLoaded(accountId, signal =>
    api.listGuardRails(accountId, signal),
  );
  return (
    <EntityInfoCard
      title={t('guardRails.title')}
      headerActions={
        loaded.value?.items.length ? (
          <GuardRailsCsvButton items={loaded.value.items} />
        ) : undefined
      }
    >
      <LoadedContent
        loaded={loaded}
        loading={t('guardRails.loading')}
        failed={t('guardRails.failed')}
      >
        {({ items, unknown }) => (
          <Flex direction="column" gap="3">
            {unknown && (
              <Alert
                status="warning"
                icon
                title={t('guardRails.notAll')}
                description={unknown}
              />
            )}
            {items.length > 0 && <GuardRailsTable items={items} />}
            {items.length === 0 && !unknown && (
              <EmptyState
                title={t('guardRails.none')}
                description={t('guardRails.noneSaid')}
              />
            )}
          </Flex>
        )}
      </LoadedContent>
    </EntityInfoCard>
  );
}

/** What the organisation lets an account do at most. */
export function GuardRailsCard() {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  return (
    <OnAccount title={t('guardRails.title')}>
      {accountId => <KnownGuardRailsCard accountId={accountId} />}
    </OnAccount>
  );
}

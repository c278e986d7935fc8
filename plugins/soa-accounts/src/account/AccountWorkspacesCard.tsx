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
import { OnAccount } from './OnAccount';
import { WorkspacesCsvButton } from './WorkspacesCsvButton';
import { WorkspacesTable } from './WorkspacesTable';

function KnownAccountWorkspacesCard({ accountId }: { accountId: string }) {
  const api = useApi(soaAccountsApiRef);
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const loaded = useLoaded(accountId, signal =>
    api.listWorkspaces({ account: accountId }, signal),
  );
  return (
    <EntityInfoCard
      title={t('workspaces.title')}
      headerActions={
        loaded.value?.length ? (
          <WorkspacesCsvButton workspaces={loaded.value} />
        ) : undefined
      }
    >
      <LoadedContent
        loaded={loaded}
        loading={t('workspaces.loading')}
        failed={t('workspaces.failed')}
      >
        {workspaces =>
          workspaces.length === 0 ? (
            <EmptyState
              title={t('workspaces.none')}
              description={t('workspaces.noneSaid')}
            />
          ) : (
            <WorkspacesTable workspaces={workspaces} />
          )
        }
      </LoadedContent>
    </EntityInfoCard>
  );
}

/** The workspaces whose placement is in an account. */
export function AccountWorkspacesCard() {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  return (
    <OnAccount title={t('workspaces.title')}>
      {accountId => <KnownAccountWorkspacesCard accountId={accountId} />}
    </OnAccount>
  );
}

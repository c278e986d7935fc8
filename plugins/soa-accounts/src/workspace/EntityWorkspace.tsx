import { Container, Flex } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ANNOTATION_WORKSPACE_ID } from '@backstage-soa/plugin-soa-common';
import {
  EmptyState,
  LoadedContent,
  soaAccountsApiRef,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../translation';
import { OutputsSection } from './outputs/OutputsSection';
import { ResourcesSection } from './resources/ResourcesSection';
import { RunsSection } from './runs/RunsSection';
import { WorkspaceFacts } from './WorkspaceFacts';

const POLL_MS = 30_000;

/** The workspace whose page this is: what it is, its runs, outputs and resources. */
export function EntityWorkspace() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const id = entity.metadata.annotations?.[ANNOTATION_WORKSPACE_ID];
  return (
    <Container>
      <Flex direction="column" gap="6" py="4">
        {id ? (
          <WorkspaceContent key={id} id={id} />
        ) : (
          <EmptyState
            title={t('workspace.unknownTitle')}
            description={t('workspace.unknown', {
              annotation: ANNOTATION_WORKSPACE_ID,
            })}
          />
        )}
      </Flex>
    </Container>
  );
}

function WorkspaceContent({ id }: { id: string }) {
  const api = useApi(soaAccountsApiRef);
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const loaded = useLoaded(id, signal => api.getWorkspace(id, signal), POLL_MS);
  return (
    <LoadedContent
      loaded={loaded}
      loading={t('workspace.loading')}
      failed={t('workspace.failed')}
    >
      {workspace => (
        <>
          <WorkspaceFacts workspace={workspace} />
          <RunsSection workspace={workspace} />
          <OutputsSection workspaceId={workspace.id} />
          <ResourcesSection
            workspaceId={workspace.id}
            // What has been applied since is in another state.
            version={workspace.lastAppliedAt}
          />
        </>
      )}
    </LoadedContent>
  );
}

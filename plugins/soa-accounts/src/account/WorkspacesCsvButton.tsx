import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Workspace } from '@backstage-soa/plugin-soa-common';
import { CsvButton } from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../translation';

/** Has the browser keep workspaces, one a line. */
export function WorkspacesCsvButton(props: {
  workspaces: readonly Workspace[];
}) {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  return (
    <CsvButton
      name="workspaces"
      header={[
        t('column.workspace'),
        t('column.service'),
        t('column.run'),
        t('column.lastApplied'),
        t('column.resources'),
      ]}
      rows={() =>
        props.workspaces.map(workspace => [
          `${workspace.organization}/${workspace.name}`,
          workspace.componentRef,
          workspace.currentRun?.status,
          workspace.lastAppliedAt,
          workspace.resourceCount,
        ])
      }
    />
  );
}

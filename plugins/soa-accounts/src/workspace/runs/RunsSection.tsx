import { useCallback, useState } from 'react';
import { Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type {
  Workspace,
  WorkspaceRunAction,
  WorkspaceRunItem,
  WorkspaceRunType,
} from '@backstage-soa/plugin-soa-common';
import {
  EmptyState,
  ErrorState,
  LoadedContent,
  Time,
} from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../../translation';
import { rolloutBeside } from './mergeRuns';
import { RunActionDialog } from './RunActionDialog';
import { RunButtons } from './RunButtons';
import { RunsCsvButton } from './RunsCsvButton';
import { RunsTable } from './RunsTable';
import { StartRunDialog } from './StartRunDialog';
import { useRuns } from './useRuns';

/** What is asked of the viewer: to start a run, or to do something with one. */
type Question =
  | { type: WorkspaceRunType }
  | { action: WorkspaceRunAction; run: WorkspaceRunItem };

/** The runs of a workspace, live, and what the viewer may do. */
export function RunsSection({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const { loaded, items, followed, note } = useRuns(workspace.id);
  const [question, setQuestion] = useState<Question>();
  const [done, setDone] = useState<string>();
  const close = () => setQuestion(undefined);
  const onAction = useCallback(
    (run: WorkspaceRunItem, action: WorkspaceRunAction) =>
      setQuestion({ run, action }),
    [],
  );
  const onDone = (
    run: WorkspaceRunItem,
    what: 'start' | WorkspaceRunAction,
  ) => {
    note(run);
    setDone(t(`runs.done.${what}`, { id: run.id }));
    close();
  };
  return (
    <EntityInfoCard
      title={t('runs.title')}
      headerActions={
        items.length > 0 ? <RunsCsvButton runs={items} /> : undefined
      }
    >
      <Flex direction="column" gap="3">
        <div role="status">{done && <Text>{done}</Text>}</div>
        <LoadedContent
          loaded={loaded}
          loading={t('runs.loading')}
          failed={t('runs.failed')}
        >
          {runs => (
            <>
              <RunButtons runs={runs} onStart={type => setQuestion({ type })} />
              {runs.isOld && (
                <Text>
                  {t('runs.isOld', { time: <Time iso={runs.readAt} /> })}
                </Text>
              )}
              {followed.error && (
                <ErrorState
                  title={t('runs.followFailed')}
                  error={followed.error}
                  onRetry={followed.reload}
                />
              )}
              {items.length === 0 ? (
                <EmptyState
                  title={t('runs.empty.title')}
                  description={t('runs.empty.description')}
                />
              ) : (
                <RunsTable runs={items} may={runs.may} onAction={onAction} />
              )}
              {question && 'type' in question && (
                <StartRunDialog
                  workspace={workspace}
                  type={question.type}
                  rolloutId={rolloutBeside(items)}
                  onStarted={run => onDone(run, 'start')}
                  onClose={close}
                />
              )}
              {question && 'action' in question && (
                <RunActionDialog
                  workspace={workspace}
                  run={question.run}
                  action={question.action}
                  isProduction={runs.isProduction}
                  onDone={run => onDone(run, question.action)}
                  onClose={close}
                />
              )}
            </>
          )}
        </LoadedContent>
      </Flex>
    </EntityInfoCard>
  );
}

import { useMemo } from 'react';
import { Button, Cell, Flex, Table, Text } from '@backstage/ui';
import type { ColumnConfig } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  WorkspaceRunAction,
  WorkspaceRunItem,
  WorkspaceRuns,
} from '@backstage-soa/plugin-soa-common';
import {
  CellLines,
  EntityLink,
  ExternalLink,
  Time,
} from '@backstage-soa/plugin-soa-react';
import { PagingControls, usePaging } from '../../paging';
import { soaAccountsTranslationRef } from '../../translation';
import { permittedActions } from './permittedActions';
import { RolloutText } from './RolloutText';
import { RunStateBadge } from './RunStateBadge';

const PAGE_SIZE = 10;

/** Runs of a workspace, the newest first, with what the viewer may do with each. */
export function RunsTable(props: {
  runs: readonly WorkspaceRunItem[];
  may: WorkspaceRuns['may'];
  onAction: (run: WorkspaceRunItem, action: WorkspaceRunAction) => void;
}) {
  const { runs, may, onAction } = props;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const paging = usePaging(runs, PAGE_SIZE);
  const hasActions = runs.some(run => permittedActions(run, may).length > 0);
  const columns = useMemo(
    (): ColumnConfig<WorkspaceRunItem>[] => [
      {
        id: 'run',
        label: t('runs.run'),
        minWidth: 170,
        isRowHeader: true,
        cell: ({ id, url }) => (
          <Cell>
            <ExternalLink href={url}>{id}</ExternalLink>
          </Cell>
        ),
      },
      {
        id: 'state',
        label: t('runs.state'),
        minWidth: 170,
        cell: run => <CellLines title={<RunStateBadge run={run} />} />,
      },
      {
        id: 'kind',
        label: t('runs.kind'),
        minWidth: 120,
        cell: run => <CellLines title={t(`runs.kinds.${kindOf(run)}`)} />,
      },
      {
        id: 'started',
        label: t('runs.started'),
        minWidth: 170,
        cell: ({ createdAt, startedBy }) => (
          <CellLines
            title={createdAt ? <Time iso={createdAt} /> : '–'}
            detail={
              startedBy &&
              t('runs.by', {
                person: (
                  <EntityLink entityRef={startedBy} variant="body-small" />
                ),
              })
            }
          />
        ),
      },
      {
        id: 'message',
        label: t('runs.message'),
        minWidth: 220,
        cell: ({ message, rolloutId }) => (
          <CellLines
            title={
              <Text style={{ overflowWrap: 'anywhere' }}>{message ?? '–'}</Text>
            }
            detail={
              rolloutId && <RolloutText id={rolloutId} words="runs.ofRollout" />
            }
          />
        ),
      },
      {
        id: 'action',
        label: t('runs.action'),
        minWidth: 160,
        isHidden: !hasActions,
        cell: run => (
          <Cell>
            <Flex gap="2">
              {permittedActions(run, may).map(action => (
                <Button
                  key={action}
                  size="small"
                  variant="secondary"
                  aria-label={t(`runs.actions.${action}Run`, { id: run.id })}
                  onPress={() => onAction(run, action)}
                >
                  {t(`runs.actions.${action}`)}
                </Button>
              ))}
            </Flex>
          </Cell>
        ),
      },
    ],
    [t, may, onAction, hasActions],
  );
  return (
    <>
      <Table
        columnConfig={columns}
        data={[...paging.shown]}
        pagination={{ type: 'none' }}
      />
      <PagingControls paging={paging} />
    </>
  );
}

function kindOf({ isDestroy, planOnly }: WorkspaceRunItem) {
  if (planOnly) {
    return 'plan';
  }
  return isDestroy ? 'destroy' : 'apply';
}

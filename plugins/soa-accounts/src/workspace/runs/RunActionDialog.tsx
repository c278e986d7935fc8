import { useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
  TextField,
} from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Workspace,
  WorkspaceRunAction,
  WorkspaceRunItem,
} from '@backstage-soa/plugin-soa-common';
import {
  LoadedContent,
  SendError,
  soaAccountsApiRef,
  useLoaded,
  useSending,
} from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../../translation';
import { PlanInWords } from './PlanInWords';
import { RolloutText } from './RolloutText';

/** Says what becomes of a run, and does it once that is confirmed. */
export function RunActionDialog(props: {
  workspace: Workspace;
  run: WorkspaceRunItem;
  action: WorkspaceRunAction;
  isProduction: boolean;
  onDone: (run: WorkspaceRunItem) => void;
  onClose: () => void;
}) {
  const { workspace, run, action, onDone, onClose } = props;
  const { name } = workspace;
  const api = useApi(soaAccountsApiRef);
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const [typed, setTyped] = useState('');
  const applies = action === 'apply';
  // Lists come without plans.
  const loaded = useLoaded(run.id, async signal =>
    applies ? api.getRun(run.id, signal) : run,
  );
  const hasToType = applies && props.isProduction;
  const isReady =
    (!applies || loaded.value !== undefined) && (!hasToType || typed === name);
  const { send, isSending, error } = useSending(async () =>
    onDone(await api.actOnRun(run.id, action)),
  );
  return (
    <Dialog isOpen onOpenChange={stays => !stays && onClose()} width={520}>
      <DialogHeader>
        {t(`runs.dialog.will.${action}`, { id: run.id, name })}
      </DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="3">
          {applies ? (
            <LoadedContent
              loaded={loaded}
              loading={t('runs.dialog.planLoading')}
              failed={t('runs.dialog.planFailed')}
            >
              {whole => <PlanInWords run={whole} />}
            </LoadedContent>
          ) : (
            <Text>{t(`runs.dialog.ends.${action}`)}</Text>
          )}
          {!applies && run.rolloutId && (
            <Text>
              <RolloutText id={run.rolloutId} words="runs.dialog.endsRollout" />
            </Text>
          )}
          {hasToType && (
            <TextField
              label={t('runs.dialog.typeName', { name })}
              value={typed}
              onChange={setTyped}
              autoComplete="off"
            />
          )}
          <SendError title={t('runs.dialog.failed')} error={error} />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('runs.dialog.back')}
        </Button>
        <Button
          variant="primary"
          destructive={!applies || run.isDestroy}
          isDisabled={!isReady}
          isPending={isSending}
          onPress={send}
        >
          {t(`runs.actions.${action}`)}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

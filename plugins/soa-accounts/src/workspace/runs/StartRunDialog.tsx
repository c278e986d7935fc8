import { useState } from 'react';
import {
  Alert,
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
  WorkspaceRunItem,
  WorkspaceRunType,
} from '@backstage-soa/plugin-soa-common';
import {
  SendError,
  soaAccountsApiRef,
  useSending,
} from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../../translation';
import { RolloutText } from './RolloutText';

const LONGEST = 500;

/** Says what a run would do, and starts it. */
export function StartRunDialog(props: {
  workspace: Workspace;
  type: WorkspaceRunType;
  /** The rollout that may be under way in the workspace. */
  rolloutId: string | undefined;
  onStarted: (run: WorkspaceRunItem) => void;
  onClose: () => void;
}) {
  const { workspace, type, rolloutId, onStarted, onClose } = props;
  const { id, name } = workspace;
  const api = useApi(soaAccountsApiRef);
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const [message, setMessage] = useState('');
  const { send, isSending, error } = useSending(async () =>
    onStarted(
      await api.startRun(id, { type, message: message.trim() || undefined }),
    ),
  );
  return (
    <Dialog isOpen onOpenChange={stays => !stays && onClose()} width={520}>
      <DialogHeader>{t(`runs.dialog.${type}`, { name })}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="3">
          <Text>{t(`runs.dialog.means.${type}`)}</Text>
          {rolloutId && (
            <Alert
              status="warning"
              icon
              title={<RolloutText id={rolloutId} words="runs.dialog.beside" />}
            />
          )}
          <TextField
            label={t('runs.dialog.reason')}
            value={message}
            onChange={setMessage}
            maxLength={LONGEST}
          />
          <SendError title={t('runs.dialog.failed')} error={error} />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('runs.dialog.back')}
        </Button>
        <Button variant="primary" isPending={isSending} onPress={send}>
          {t(`runs.dialog.start.${type}`)}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
} from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  SandboxEnvironment,
  Workspace,
} from '@backstage-soa/plugin-soa-common';
import { soaDeliveryApiRef } from '../api';
import { SendError } from '../rollouts/actions/SendError';
import { useSending } from '../rollouts/actions/useSending';
import { soaDeliveryTranslationRef } from '../translation';

/** Names all that is destroyed with a sandbox environment, and has it destroyed. */
export function DeleteDialog(props: {
  environment: SandboxEnvironment;
  workspaces: readonly Workspace[];
  onClose: () => void;
  onDeleted: () => void;
}) {
  const { environment, workspaces, onClose, onDeleted } = props;
  const { componentRef } = environment;
  const { name } = parseEntityRef(componentRef);
  const api = useApi(soaDeliveryApiRef);
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const { send, sending, error } = useSending(async (_: true) => {
    await api.deleteSandboxEnvironment({ componentRef });
    onDeleted();
  });
  return (
    <Dialog isOpen onOpenChange={stays => !stays && onClose()} width={520}>
      <DialogHeader>{t('sandbox.delete.title', { name })}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="3">
          <Text>{t('sandbox.delete.means', { name })}</Text>
          {workspaces.length > 0 && (
            <ul
              style={{ margin: 0, paddingInlineStart: 'var(--bui-space-4)' }}
              aria-label={t('sandbox.delete.destroyed')}
            >
              {workspaces.map(workspace => (
                <li key={workspace.id}>
                  <Text>
                    <WorkspaceText workspace={workspace} />
                  </Text>
                </li>
              ))}
            </ul>
          )}
          <SendError title={t('sandbox.delete.failed')} error={error} />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('sandbox.back')}
        </Button>
        <Button
          destructive
          isPending={sending !== undefined}
          onPress={() => send(true)}
        >
          {t('sandbox.delete.button')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function WorkspaceText({ workspace }: { workspace: Workspace }) {
  const { name, placement, resourceCount } = workspace;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const parts = [
    t('sandbox.delete.workspace', { name }),
    placement &&
      t('sandbox.delete.place', {
        account: placement.account,
        region: placement.region,
      }),
    resourceCount !== undefined &&
      t('sandbox.delete.resources', { count: resourceCount }),
  ];
  return <>{parts.filter(Boolean).join(' · ')}</>;
}

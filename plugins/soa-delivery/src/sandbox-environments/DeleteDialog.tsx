import { Text } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  SandboxEnvironment,
  Workspace,
} from '@backstage-soa/plugin-soa-common';
import { soaDeliveryApiRef } from '../api';
import { soaDeliveryTranslationRef } from '../translation';
import { SandboxDialog } from './SandboxDialog';

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
  return (
    <SandboxDialog
      title={t('sandbox.delete.title', { name })}
      button={t('sandbox.delete.button')}
      failed={t('sandbox.delete.failed')}
      destructive
      onConfirm={async () => {
        await api.deleteSandboxEnvironment({ componentRef });
        onDeleted();
      }}
      onClose={onClose}
    >
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
    </SandboxDialog>
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

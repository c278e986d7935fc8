import { useState } from 'react';
import { Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  SandboxEnvironment,
  Workspace,
} from '@backstage-soa/plugin-soa-common';
import { soaDeliveryTranslationRef } from '../translation';
import { DeleteDialog } from './DeleteDialog';

/** Has a sandbox environment destroyed now, once that is confirmed. */
export function DeleteButton(props: {
  environment: SandboxEnvironment;
  workspaces: readonly Workspace[];
  /** With what is then to be said. */
  onDeleted: (done: string) => void;
}) {
  const { environment, workspaces, onDeleted } = props;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" variant="secondary" onPress={() => setOpen(true)}>
        {t('sandbox.delete.button')}
      </Button>
      {isOpen && (
        <DeleteDialog
          environment={environment}
          workspaces={workspaces}
          onClose={() => setOpen(false)}
          onDeleted={() => {
            setOpen(false);
            onDeleted(t('sandbox.delete.done'));
          }}
        />
      )}
    </>
  );
}

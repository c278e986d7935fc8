import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SandboxEnvironment } from '@backstage-soa/plugin-soa-common';
import { soaDeliveryTranslationRef } from '../translation';
import { ExtendDialog } from './ExtendDialog';

/** Lets one choose how much later a sandbox environment expires. */
export function ExtendButton(props: {
  environment: SandboxEnvironment;
  /** With what is then to be said. */
  onExtended: (done: ReactNode) => void;
}) {
  const { environment, onExtended } = props;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" variant="secondary" onPress={() => setOpen(true)}>
        {t('sandbox.extend.button')}
      </Button>
      {isOpen && (
        <ExtendDialog
          environment={environment}
          onClose={() => setOpen(false)}
          onExtended={done => {
            setOpen(false);
            onExtended(done);
          }}
        />
      )}
    </>
  );
}

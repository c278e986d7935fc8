import { useState } from 'react';
import type { ReactNode } from 'react';
import { Radio, RadioGroup, Text } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SandboxEnvironment } from '@backstage-soa/plugin-soa-common';
import { Time } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryApiRef } from '../api';
import { soaDeliveryTranslationRef } from '../translation';
import { SandboxDialog } from './SandboxDialog';

const DAYS = [1, 3, 7];
const DAY_MS = 86_400_000;

/** Shows until when a sandbox environment may be there, and has it be so. */
export function ExtendDialog(props: {
  environment: SandboxEnvironment;
  onClose: () => void;
  onExtended: (done: ReactNode) => void;
}) {
  const { environment, onClose, onExtended } = props;
  const { componentRef, expiresAt, extendableUntil } = environment;
  const api = useApi(soaDeliveryApiRef);
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const after = (days: number) => Date.parse(expiresAt) + days * DAY_MS;
  const isOffered = (days: number) =>
    after(days) <= Date.parse(extendableUntil);
  const isPossible = DAYS.some(isOffered);
  const [chosen, setChosen] = useState(DAYS[0]);
  const extend = async () => {
    const extended = await api.extendSandboxEnvironment({
      componentRef,
      by: `P${chosen}D`,
    });
    onExtended(
      t('sandbox.extend.done', { time: <Time iso={extended.expiresAt} /> }),
    );
  };
  return (
    <SandboxDialog
      title={t('sandbox.extend.title', {
        name: parseEntityRef(componentRef).name,
      })}
      button={t('sandbox.extend.button')}
      failed={t('sandbox.extend.failed')}
      onConfirm={isPossible ? extend : undefined}
      onClose={onClose}
    >
      {isPossible && (
        <RadioGroup
          label={t('sandbox.extend.by')}
          value={String(chosen)}
          onChange={value => setChosen(Number(value))}
        >
          {DAYS.map(days => (
            <Radio
              key={days}
              value={String(days)}
              isDisabled={!isOffered(days)}
            >
              <span>
                {t('sandbox.extend.choice', {
                  count: days,
                  time: <Time iso={new Date(after(days)).toISOString()} />,
                })}
              </span>
            </Radio>
          ))}
        </RadioGroup>
      )}
      {!DAYS.every(isOffered) && (
        <Text>
          {t(isPossible ? 'sandbox.extend.limit' : 'sandbox.extend.atLimit', {
            time: <Time iso={extendableUntil} />,
          })}
        </Text>
      )}
    </SandboxDialog>
  );
}

import {
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
} from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RolloutTarget } from '@backstage-soa/plugin-soa-common';
import {
  ExternalLink,
  LoadedContent,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { soaDeliveryApiRef } from '../../api';
import { soaDeliveryTranslationRef } from '../../translation';
import { CopyButton } from './CopyButton';
import { LogText } from './LogText';
import { targetGroupOf } from './targetGroup';

const POLL_MS = 5_000;

/** What Terraform has printed for a placement; live while it runs. */
export function LogDialog(props: {
  rolloutId: string;
  target: RolloutTarget;
  onClose: () => void;
}) {
  const { rolloutId, target, onClose } = props;
  const { key } = target.placement;
  const api = useApi(soaDeliveryApiRef);
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const isLive = targetGroupOf(target) === 'active';
  const loaded = useLoaded(
    [rolloutId, key, target.run?.id, isLive].join(' '),
    signal => api.getRolloutLog(rolloutId, key, signal),
    isLive ? POLL_MS : undefined,
  );
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={920}>
      <DialogHeader>{t('log.title', { placement: key })}</DialogHeader>
      <DialogBody>
        <LoadedContent
          loaded={loaded}
          loading={t('log.loading')}
          failed={t('log.failed')}
        >
          {log => <LogText log={log} />}
        </LoadedContent>
      </DialogBody>
      <DialogFooter>
        <Flex gap="4" align="center" style={{ flexWrap: 'wrap' }}>
          {target.run && (
            <ExternalLink href={target.run.url}>{t('log.open')}</ExternalLink>
          )}
          {loaded.value?.text && <CopyButton text={loaded.value.text} />}
        </Flex>
      </DialogFooter>
    </Dialog>
  );
}

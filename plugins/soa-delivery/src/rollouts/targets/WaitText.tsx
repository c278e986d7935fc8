import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RolloutTarget } from '@backstage-soa/plugin-soa-common';
import { ExternalLink } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryTranslationRef } from '../../translation';

/** What a placement waits for, beyond what the rollout does by itself. */
export function WaitText(props: {
  target: Pick<RolloutTarget, 'waitsFor' | 'accessRun' | 'run'>;
}) {
  const { waitsFor, accessRun, run } = props.target;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  if (!waitsFor) {
    return null;
  }
  if (waitsFor !== 'access' && waitsFor !== 'access-approval') {
    return <>{t(`waits.${waitsFor}`, { run: run?.id ?? '' })}</>;
  }
  if (!accessRun) {
    return <>{t('waits.access')}</>;
  }
  const link = (
    <ExternalLink href={accessRun.url} variant="body-small">
      {accessRun.id}
    </ExternalLink>
  );
  return (
    <>
      {t(waitsFor === 'access' ? 'waits.accessRun' : 'waits.access-approval', {
        run: link,
      })}
    </>
  );
}

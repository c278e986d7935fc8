import { Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RolloutTarget } from '@backstage-soa/plugin-soa-common';
import { soaDeliveryTranslationRef } from '../../translation';

/** Opens what Terraform has printed for a placement; nothing where it has not run. */
export function LogButton(props: {
  target: RolloutTarget;
  onLog: (target: RolloutTarget) => void;
}) {
  const { target, onLog } = props;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  return target.run ? (
    <Button
      size="small"
      variant="secondary"
      aria-label={t('log.showOf', { placement: target.placement.key })}
      onPress={() => onLog(target)}
    >
      {t('log.show')}
    </Button>
  ) : null;
}

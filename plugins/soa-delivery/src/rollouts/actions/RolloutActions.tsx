import { Button, Flex } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ROLLOUT_ACTIONS } from '@backstage-soa/plugin-soa-common';
import type { RolloutAction } from '@backstage-soa/plugin-soa-common';
import { soaDeliveryTranslationRef } from '../../translation';

/** What the viewer may do with a rollout now. */
export function RolloutActions(props: {
  actions: readonly RolloutAction[];
  onAction: (action: RolloutAction) => void;
}) {
  const { actions, onAction } = props;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  if (actions.length === 0) {
    return null;
  }
  return (
    <Flex
      gap="2"
      role="group"
      aria-label={t('action.label')}
      style={{ flexWrap: 'wrap' }}
    >
      {ROLLOUT_ACTIONS.filter(action => actions.includes(action)).map(
        action => (
          <Button
            key={action}
            variant="secondary"
            onPress={() => onAction(action)}
          >
            {t(`action.${action}`)}
          </Button>
        ),
      )}
    </Flex>
  );
}

import { Button, Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RolloutApproval } from '@backstage-soa/plugin-soa-common';
import { EntityLink, StateBadge, Time } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryTranslationRef } from '../../translation';
import { APPROVAL_TONES } from '../states';
import { ApproversText } from './ApproversText';
import { useApprovalTitle } from './useApprovalTitle';

/** A decision: who may take it, or who has, when and with which words. */
export function ApprovalItem(props: {
  approval: RolloutApproval;
  onDecide: () => void;
}) {
  const { approval, onDecide } = props;
  const { state, openedAt, decidedBy, decidedAt, comment, mayDecide } =
    approval;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const title = useApprovalTitle()(approval);
  const isDecided = state === 'approved' || state === 'rejected';
  return (
    <Flex gap="4" align="center" justify="between" style={{ flexWrap: 'wrap' }}>
      <Flex direction="column" gap="1">
        <Text weight="bold">{title}</Text>
        <StateBadge tone={APPROVAL_TONES[state]}>
          {t(`approvalState.${state}`)}
        </StateBadge>
        {isDecided ? (
          decidedBy && (
            <Text variant="body-small">
              {t(
                state === 'approved'
                  ? 'approval.approvedBy'
                  : 'approval.rejectedBy',
                {
                  actor: (
                    <EntityLink entityRef={decidedBy} variant="body-small" />
                  ),
                  time: decidedAt ? <Time iso={decidedAt} /> : '',
                },
              )}
            </Text>
          )
        ) : (
          <ApproversText approval={approval} />
        )}
        {comment && <Text variant="body-small">“{comment}”</Text>}
        {state === 'open' && openedAt && (
          <Text variant="body-small">
            {t('approval.askedAt', { time: <Time iso={openedAt} /> })}
          </Text>
        )}
      </Flex>
      {state === 'open' && (
        <Flex direction="column" gap="1" align="end">
          <Button
            variant="primary"
            isDisabled={!mayDecide}
            aria-label={t('approval.decideOn', { approval: title })}
            onPress={onDecide}
          >
            {t('approval.decide')}
          </Button>
          {!mayDecide && (
            <Text variant="body-small">{t('approval.mayNotDecide')}</Text>
          )}
        </Flex>
      )}
    </Flex>
  );
}

import { useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
  TextAreaField,
} from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RolloutDecision } from '@backstage-soa/plugin-soa-common';
import { StateBadge } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryApiRef } from '../../api';
import { soaDeliveryTranslationRef } from '../../translation';
import { SendError } from '../actions/SendError';
import { useSending } from '../actions/useSending';
import type { ApprovalOfTargets } from './approvalsOf';
import { DecisionSubject } from './DecisionSubject';
import { useApprovalTitle } from './useApprovalTitle';

/** Takes down a decision: approved, or rejected with a reason. */
export function DecisionDialog(props: {
  rolloutId: string;
  of: ApprovalOfTargets;
  onDone: () => void;
  onClose: () => void;
}) {
  const { rolloutId, of, onDone, onClose } = props;
  const { approval } = of;
  const api = useApi(soaDeliveryApiRef);
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const title = useApprovalTitle()(approval);
  const [comment, setComment] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { send, sending, error } = useSending(
    async (decision: RolloutDecision['decision']) => {
      await api.decideOnRollout(rolloutId, {
        approvalId: approval.id,
        decision,
        comment: comment.trim() || undefined,
      });
      onDone();
    },
  );
  const decide = (decision: RolloutDecision['decision']) => {
    const misses = decision === 'rejected' && !comment.trim();
    setMissing(misses);
    if (!misses) {
      send(decision);
    }
  };
  const isOpen = approval.state === 'open' && approval.mayDecide;
  return (
    <Dialog isOpen onOpenChange={stays => !stays && onClose()} width={560}>
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="3">
          <DecisionSubject of={of} />
          <TextAreaField
            label={t('approval.dialog.comment')}
            value={comment}
            onChange={value => {
              setComment(value);
              setMissing(false);
            }}
            isInvalid={isMissing}
          />
          {isMissing && (
            <div role="alert">
              <StateBadge tone="bad">
                {t('approval.dialog.commentMissing')}
              </StateBadge>
            </div>
          )}
          {!isOpen && !sending && (
            <Text role="status">{t('approval.dialog.decided')}</Text>
          )}
          <SendError title={t('approval.dialog.failed')} error={error} />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('approval.dialog.close')}
        </Button>
        <Button
          variant="secondary"
          isDisabled={!isOpen || sending !== undefined}
          isPending={sending === 'rejected'}
          onPress={() => decide('rejected')}
        >
          {t('approval.dialog.reject')}
        </Button>
        <Button
          variant="primary"
          isDisabled={!isOpen || sending !== undefined}
          isPending={sending === 'approved'}
          onPress={() => decide('approved')}
        >
          {t('approval.dialog.approve')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

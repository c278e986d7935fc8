import { useState } from 'react';
import { Flex } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Rollout,
  RolloutAction,
  RolloutApproval,
} from '@backstage-soa/plugin-soa-common';
import { soaDeliveryTranslationRef } from '../translation';
import { ActionDialog } from './actions/ActionDialog';
import { RolloutActions } from './actions/RolloutActions';
import { approvalsOf } from './approvals/approvalsOf';
import { ApprovalsSection } from './approvals/ApprovalsSection';
import { DecisionDialog } from './approvals/DecisionDialog';
import { RolloutHeader } from './header/RolloutHeader';
import { HistorySection } from './history/HistorySection';
import { RolloutPicture } from './picture/RolloutPicture';
import { wavesOf } from './picture/wavesOf';
import { PlanSummary } from './plan/PlanSummary';
import { QueueNote } from './queue';
import { FailuresNote } from './targets/FailuresNote';
import { LogDialog } from './targets/LogDialog';
import { TargetsSection } from './targets/TargetsSection';
import { useTargetsChoice } from './targets/useTargetsChoice';

/** What is open over the page; it stays so while the page is kept up to date. */
type Opened =
  | { kind: 'action'; action: RolloutAction }
  | { kind: 'decision'; approvalId: string }
  | { kind: 'log'; placement: string };

/** All of a rollout: how far it has come, and what one may do about it. */
export function RolloutContent(props: {
  rollout: Rollout;
  /** Something was done to it. */
  onChanged: () => void;
}) {
  const { rollout, onChanged } = props;
  const [opened, setOpened] = useState<Opened>();
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const choice = useTargetsChoice();
  const close = () => setOpened(undefined);
  const done = () => {
    close();
    onChanged();
  };
  const approvals = approvalsOf(rollout);
  const decision =
    opened?.kind === 'decision'
      ? approvals.find(({ approval }) => approval.id === opened.approvalId)
      : undefined;
  const decide = ({ id }: RolloutApproval) =>
    setOpened({ kind: 'decision', approvalId: id });
  const logged =
    opened?.kind === 'log'
      ? wavesOf(rollout)
          .flatMap(({ wave }) => wave.targets)
          .find(({ placement }) => placement.key === opened.placement)
      : undefined;
  const openLog = (target: { placement: { key: string } }) =>
    setOpened({ kind: 'log', placement: target.placement.key });
  return (
    <Flex direction="column" gap="6">
      <RolloutHeader
        rollout={rollout}
        actions={
          <RolloutActions
            actions={rollout.actions}
            onAction={action => setOpened({ kind: 'action', action })}
          />
        }
      />
      <QueueNote rollout={rollout} />
      <FailuresNote rollout={rollout} onLog={openLog} />
      <ApprovalsSection
        title={t('approval.titleOpen')}
        approvals={approvals
          .map(({ approval }) => approval)
          .filter(({ state }) => state === 'open')}
        onDecide={decide}
      />
      <RolloutPicture
        rollout={rollout}
        chosenWave={choice.wave}
        onWave={wave =>
          choice.choose({ wave: wave === choice.wave ? undefined : wave })
        }
      />
      <PlanSummary rollout={rollout} />
      <TargetsSection rollout={rollout} choice={choice} onLog={openLog} />
      <ApprovalsSection
        title={t('approval.title')}
        approvals={approvals
          .map(({ approval }) => approval)
          .filter(({ state }) => state !== 'open')}
        onDecide={decide}
      />
      <HistorySection events={rollout.events} />
      {opened?.kind === 'action' && (
        <ActionDialog
          rollout={rollout}
          action={opened.action}
          onDone={done}
          onClose={close}
        />
      )}
      {decision && (
        <DecisionDialog
          rolloutId={rollout.id}
          of={decision}
          onDone={done}
          onClose={close}
        />
      )}
      {logged && (
        <LogDialog rolloutId={rollout.id} target={logged} onClose={close} />
      )}
    </Flex>
  );
}

import type { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { RolloutState } from '@backstage-soa/plugin-soa-common';
import type { ApprovalRecord, ListedRollout, RolloutStore } from '../store';

const PATIENCE_MS = 3_600_000;
const TOPIC = 'soa-rollouts';

const HOW_IT_ENDED: Partial<Record<RolloutState, string>> = {
  applied: 'is applied',
  destroyed: 'has destroyed it',
  failed: 'has failed',
  canceled: 'is canceled',
  'rolled-back': 'is rolled back',
};

/**
 * Tells those who may decide that they are waited for, and whoever started a rollout
 * how it has ended. Told twice, after a crash, it is one notification by its scope.
 */
export class RolloutNotifier {
  readonly #now: () => Date;

  constructor(
    private readonly options: {
      store: Pick<
        RolloutStore,
        | 'listOpenApprovals'
        | 'listUntoldEnds'
        | 'markApprovalTold'
        | 'markEndTold'
      >;
      notifications: NotificationService;
      logger: Pick<LoggerService, 'warn'>;
      now?: () => Date;
    },
  ) {
    this.#now = options.now ?? (() => new Date());
  }

  async run(signal?: AbortSignal): Promise<void> {
    const { store } = this.options;
    const untold = await store.listOpenApprovals({ untold: true });
    for (const { approval, rollout } of untold) {
      if (!signal?.aborted) {
        await this.#askFor(approval, rollout);
      }
    }
    for (const rollout of await store.listUntoldEnds()) {
      if (!signal?.aborted) {
        await this.#tellEnd(rollout);
      }
    }
  }

  async #askFor(
    approval: ApprovalRecord,
    rollout: ListedRollout,
  ): Promise<void> {
    const { id, kind, groups, notInitiator, openedAt } = approval;
    const name = nameOf(rollout);
    const isTold =
      groups.length === 0 ||
      (await this.#send(openedAt!, {
        recipients: {
          type: 'entity',
          entityRef: groups,
          ...(notInitiator && { excludeEntityRef: rollout.initiator }),
        },
        payload: {
          title:
            kind === 'stage'
              ? `A rollout of ${name} waits for your approval`
              : `A rollout of ${name} would destroy data, and waits for your approval`,
          link: linkOf(rollout),
          topic: TOPIC,
          scope: `approval:${id}`,
          severity: kind === 'stage' ? 'normal' : 'high',
        },
      }));
    if (isTold) {
      await this.options.store.markApprovalTold(id);
    }
  }

  async #tellEnd(rollout: ListedRollout): Promise<void> {
    const { id, initiator, state, message, endedAt } = rollout;
    const isGood = state === 'applied' || state === 'destroyed';
    const isTold = await this.#send(endedAt!, {
      recipients: { type: 'entity', entityRef: initiator },
      payload: {
        title: `The rollout of ${nameOf(rollout)} ${
          HOW_IT_ENDED[state] ?? state
        }`,
        description: message,
        link: linkOf(rollout),
        topic: TOPIC,
        scope: `end:${id}`,
        severity: isGood ? 'low' : 'high',
      },
    });
    if (isTold) {
      await this.options.store.markEndTold(id);
    }
  }

  /** @returns whether it need not be tried again */
  async #send(
    since: string,
    notification: Parameters<NotificationService['send']>[0],
  ): Promise<boolean> {
    try {
      await this.options.notifications.send(notification);
      return true;
    } catch (error) {
      if (this.#now().getTime() - Date.parse(since) < PATIENCE_MS) {
        return false;
      }
      this.options.logger.warn(
        `Nobody could be notified that "${notification.payload.title}": ${error}`,
      );
      return true;
    }
  }
}

function nameOf({ componentRef }: ListedRollout): string {
  return parseEntityRef(componentRef).name;
}

function linkOf({ id }: ListedRollout): string {
  return `/soa-delivery/rollouts/${id}`;
}

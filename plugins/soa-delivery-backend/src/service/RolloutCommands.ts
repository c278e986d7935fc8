import { parseEntityRef } from '@backstage/catalog-model';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type {
  RolloutAction,
  RolloutDecision,
} from '@backstage-soa/plugin-soa-common';
import { beginUndo, Draft } from '../decide';
import type { RolloutChange, RolloutRecord, RolloutStore } from '../store';
import { actionsOf } from './actionsOf';
import type { Viewer } from './Viewer';

/** Others take a rollout further meanwhile. */
const ATTEMPTS = 20;

const DONE: Record<RolloutAction, string> = {
  pause: 'paused',
  resume: 'resumed',
  cancel: 'canceled',
  rollback: 'rolled back',
};

/** What people have rollouts do. */
export class RolloutCommands {
  constructor(
    private readonly options: { store: RolloutStore; now?: () => Date },
  ) {}

  /**
   * @throws NotAllowedError, or ConflictError if it cannot be done as the rollout is
   */
  async steer(
    rollout: RolloutRecord,
    action: RolloutAction,
    { viewer, comment }: { viewer: Viewer; comment?: string },
  ): Promise<void> {
    const may = (await viewer.mayOf([rollout.componentRef])).get(
      rollout.componentRef,
    );
    if (!may?.steer) {
      throw new NotAllowedError(
        `You may not steer rollouts of ${rollout.componentRef}: ask for the permission soa.workspace.apply`,
      );
    }
    await this.#change(rollout.id, current => {
      if (!actionsOf(current).includes(action)) {
        throw new ConflictError(
          `The rollout is ${current.state}${
            current.failure ? ' and stopping' : ''
          }, and cannot be ${DONE[action]} now`,
        );
      }
      return changeFor(current, action, viewer.userRef!, comment);
    });
  }

  /**
   * @throws NotFoundError, NotAllowedError, or ConflictError if it is decided on
   */
  async decide(
    rollout: RolloutRecord,
    { approvalId, decision, comment }: RolloutDecision,
    viewer: Viewer,
  ): Promise<void> {
    const { componentRef } = rollout;
    const may = (await viewer.mayOf([componentRef])).get(componentRef);
    await this.#change(rollout.id, current => {
      const approval = current.approvals.find(({ id }) => id === approvalId);
      if (!approval) {
        throw new NotFoundError(`The rollout has no approval ${approvalId}`);
      }
      const reason = viewer.whyNot(approval, current);
      if (reason) {
        throw new NotAllowedError(reason);
      }
      if (!may?.approve) {
        throw new NotAllowedError(
          `You may not approve rollouts of ${componentRef}: ask for the permission soa.rollout.approve`,
        );
      }
      if (approval.state !== 'open' || current.endedAt) {
        throw new ConflictError(
          approval.decidedBy
            ? `It has been ${approval.state} by ${
                parseEntityRef(approval.decidedBy).name
              }`
            : 'There is nothing to decide on now',
        );
      }
      const { environment } = current.stages[approval.stage];
      return {
        approvals: new Map([
          [
            approvalId,
            {
              state: decision,
              decidedBy: viewer.userRef,
              decidedAt: this.#now().toISOString(),
              comment,
            },
          ],
        ]),
        events: [
          {
            kind: `${approval.kind}-${decision}` as const,
            actor: viewer.userRef,
            environment,
            placement:
              approval.position === undefined
                ? undefined
                : current.targets[approval.position].placement.key,
            comment,
          },
        ],
      };
    });
  }

  #now(): Date {
    return (this.options.now ?? (() => new Date()))();
  }

  async #change(
    id: string,
    changeOf: (rollout: RolloutRecord) => RolloutChange,
  ): Promise<void> {
    const { store } = this.options;
    for (let attempt = 1; ; attempt += 1) {
      const current = await store.get(id);
      if (!current) {
        throw new NotFoundError(`There is no rollout ${id}`);
      }
      const change = changeOf(current);
      try {
        await store.change(current, change);
        return;
      } catch (error) {
        const isStale =
          (error as Error).name === 'ConflictError' && attempt < ATTEMPTS;
        if (!isStale) {
          throw error;
        }
      }
    }
  }
}

function changeFor(
  rollout: RolloutRecord,
  action: RolloutAction,
  actor: string,
  comment: string | undefined,
): RolloutChange {
  const words = comment ? `: ${comment.replace(/\.$/, '')}` : '';
  switch (action) {
    case 'pause':
      return {
        rollout: { state: 'paused' },
        events: [{ kind: 'paused', actor, comment }],
      };
    case 'resume':
      return {
        rollout: { state: 'running' },
        events: [{ kind: 'resumed', actor, comment }],
      };
    case 'cancel':
      return {
        rollout: {
          state: 'canceling',
          failure: `Canceled by ${parseEntityRef(actor).name}${words}`,
        },
        events: [{ kind: 'cancel-requested', actor, comment }],
      };
    default: {
      const draft = new Draft(rollout);
      draft.set({
        undo: 'all',
        failure: `Rolled back by ${parseEntityRef(actor).name}${words}`,
        ...(rollout.endedAt
          ? { endedAt: undefined, message: undefined }
          : { state: 'running' }),
      });
      if (rollout.endedAt) {
        beginUndo(draft);
      }
      const { events = [], ...change } = draft.change;
      return {
        ...change,
        events: [
          { kind: 'rollback-requested', actor, comment },
          ...events.map(event => ({ ...event, comment: undefined })),
        ],
      };
    }
  }
}

import type { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SandboxRecord } from './store';

const PATIENCE_MS = 3_600_000;
const TOPIC = 'soa-sandbox-environments';

/**
 * Tells owners and whoever asked what becomes of their sandbox environments. Told
 * twice, after a crash, it is one notification by its scope.
 */
export class SandboxNotifier {
  constructor(
    private readonly options: {
      notifications: NotificationService;
      logger: Pick<LoggerService, 'warn'>;
      now: () => Date;
    },
  ) {}

  /**
   * @param options - `number`: of the reminder; `since`: when it became due
   * @returns whether it need not be tried again
   */
  remind(
    record: SandboxRecord,
    { number, since }: { number: number; since: number },
  ): Promise<boolean> {
    const { componentRef, expiresAt } = record;
    const { name } = parseEntityRef(componentRef);
    return this.#send(record, since, {
      title: `The sandbox environment ${name} will be destroyed`,
      description: `Its time is up at ${expiresAt}. Extend it if you still need it.`,
      scope: `reminder:${componentRef}:${expiresAt}:${number}`,
      severity: 'normal',
    });
  }

  /** Once: whoever looks sees it, too. */
  async tellFailure(record: SandboxRecord, message: string): Promise<void> {
    const { componentRef, createdAt, attempts } = record;
    const { name } = parseEntityRef(componentRef);
    await this.#send(record, 0, {
      title: `The sandbox environment ${name} could not be destroyed`,
      description: `${message} It is tried again.`,
      scope: `failure:${componentRef}:${createdAt}:${attempts}`,
      severity: 'high',
    });
  }

  async #send(
    { componentRef, owner, requestedBy }: SandboxRecord,
    since: number,
    payload: {
      title: string;
      description: string;
      scope: string;
      severity: 'normal' | 'high';
    },
  ): Promise<boolean> {
    const { notifications, logger, now } = this.options;
    const { namespace, name } = parseEntityRef(componentRef);
    try {
      await notifications.send({
        recipients: {
          type: 'entity',
          entityRef: [...new Set([owner, requestedBy])],
        },
        payload: {
          ...payload,
          link: `/catalog/${namespace}/component/${name}`,
          topic: TOPIC,
        },
      });
      return true;
    } catch (error) {
      if (now().getTime() - since < PATIENCE_MS) {
        return false;
      }
      logger.warn(`Nobody could be notified that "${payload.title}": ${error}`);
      return true;
    }
  }
}

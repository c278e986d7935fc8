import { HcpError } from '../HcpError';
import type { HcpNotification, HcpRun, HcpWorkspace } from '../HcpState';
import { found } from '../HcpStore';
import type { HcpStore } from '../HcpStore';
import { deliver } from './deliver';
import { notificationBody } from './notificationBody';
import {
  driftPayload,
  runPayload,
  verificationPayload,
} from './notificationPayload';
import { notificationResource } from './notificationResource';

const TRIGGERS: Record<string, string> = {
  planning: 'run:planning',
  planned: 'run:needs_attention',
  applying: 'run:applying',
  applied: 'run:completed',
  planned_and_finished: 'run:completed',
  errored: 'run:errored',
};

/** Tells others of the runs of a workspace. */
export class Notifications {
  constructor(private readonly store: HcpStore) {}

  list(workspaceId: string) {
    const { notifications = [] } = this.store.workspace(workspaceId);
    return {
      data: notifications.map(one => notificationResource(workspaceId, one)),
    };
  }

  async create(workspaceId: string, body: unknown) {
    const workspace = this.store.workspace(workspaceId);
    const notification = {
      id: this.store.id(
        'nc',
        workspaceId,
        String(workspace.notifications?.length ?? 0),
      ),
      ...notificationBody(body),
    };
    await verify(notification);
    (workspace.notifications ??= []).push(notification);
    this.store.save([]);
    return { data: notificationResource(workspaceId, notification) };
  }

  async update(id: string, body: unknown) {
    const workspace = found(
      this.store.state.workspaces.find(({ notifications }) =>
        notifications?.some(one => one.id === id),
      ),
    );
    const notification = workspace.notifications!.find(one => one.id === id)!;
    const changed = { id, ...notificationBody(body) };
    await verify(changed);
    Object.assign(notification, changed);
    this.store.save([]);
    return { data: notificationResource(workspace.id, notification) };
  }

  /**
   * Tells whoever wants to know that a run has got another status. Nobody hears of
   * runs that only plan.
   */
  tell(workspace: HcpWorkspace, run: HcpRun): void {
    if (run.planOnly) {
      return;
    }
    const trigger = TRIGGERS[run.status];
    this.#tell(workspace, trigger, notification =>
      runPayload(notification, workspace, run, trigger),
    );
  }

  /** Tells whoever wants to know that a workspace has drifted. */
  tellDrift(workspace: HcpWorkspace): void {
    this.#tell(workspace, 'assessment:drifted', notification =>
      driftPayload(notification, workspace),
    );
  }

  #tell(
    workspace: HcpWorkspace,
    trigger: string,
    payload: (notification: HcpNotification) => object,
  ): void {
    for (const notification of workspace.notifications ?? []) {
      if (notification.enabled && notification.triggers.includes(trigger)) {
        // Nobody here waits for those who are told.
        deliver(notification, payload(notification)).catch(() => {});
      }
    }
  }
}

/** @throws HcpError as HCP Terraform does, if nobody answers */
async function verify(notification: HcpNotification): Promise<void> {
  const isWanted = notification.enabled;
  if (
    isWanted &&
    !(await deliver(notification, verificationPayload(notification)))
  ) {
    throw new HcpError(
      400,
      'Unable to complete verification request to destination URL',
    );
  }
}

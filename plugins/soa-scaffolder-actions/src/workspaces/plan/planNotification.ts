import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type { HcpTerraformNotification } from '@backstage-soa/plugin-soa-node';
import { createOrFind } from '../createOrFind';
import type { NotificationWiring, Wiring } from '../wiring';
import type { WorkspaceStep } from './WorkspaceStep';

const NOTIFICATIONS = 'notifications';

/**
 * How the portal has to be told of runs. It learns of them anyway, only later:
 * a workspace is not refused for it.
 */
export async function planNotification(
  workspaceId: string | undefined,
  { client, host, notification, signal }: Wiring,
): Promise<WorkspaceStep[]> {
  if (!notification || host.lacks(NOTIFICATIONS)) {
    return [];
  }
  const ours = async (id: string) =>
    (await client.listNotifications(id, { signal })).find(one =>
      isOurs(one, notification),
    );
  let known: HcpTerraformNotification | undefined;
  try {
    known = workspaceId ? await ours(workspaceId) : undefined;
  } catch (error) {
    return missed(error, workspaceId) ? [] : Promise.reject(error);
  }
  if (known && isSame(known, notification)) {
    return [];
  }
  return [
    {
      what: known ? 'notifications, anew' : 'notifications',
      write: async id => {
        if (host.lacks(NOTIFICATIONS)) {
          return false;
        }
        const { tokenOf, ...input } = notification;
        const wanted = { ...input, token: tokenOf(id) };
        try {
          if (known) {
            await client.updateNotification(known.id, wanted, { signal });
          } else {
            await createOrFind(
              () => client.createNotification(id, wanted, { signal }),
              () => ours(id),
            );
          }
          host.found(NOTIFICATIONS);
          return true;
        } catch (error) {
          return missed(error, workspaceId) ? false : Promise.reject(error);
        }
      },
    },
  ];

  /** @param existing - nothing but the host is at fault in a new workspace */
  function missed(error: unknown, existing: string | undefined): boolean {
    const isMissing =
      error instanceof HcpTerraformError &&
      (error.kind === 'invalid' || error.kind === 'not-found-or-not-allowed');
    if (isMissing) {
      const ofHost = `The portal learns of runs when it next looks, and is not told of them: HCP Terraform does not reach ${
        notification!.url
      }, or offers no notifications here. ${error.message}`;
      if (existing) {
        host.missIn(NOTIFICATIONS, {
          workspace: `The portal learns of runs of ${existing} when it next looks, and is not told of them: ${error.message}`,
          host: ofHost,
        });
      } else {
        host.miss(NOTIFICATIONS, ofHost);
      }
    }
    return isMissing;
  }
}

function isOurs(
  { destinationType, url, name }: HcpTerraformNotification,
  wanted: NotificationWiring,
): boolean {
  return (
    destinationType === 'generic' &&
    (url === wanted.url || name === wanted.name)
  );
}

function isSame(
  found: HcpTerraformNotification,
  { name, url, triggers }: NotificationWiring,
): boolean {
  return (
    found.enabled &&
    found.name === name &&
    found.url === url &&
    triggers.every(trigger => found.triggers.includes(trigger))
  );
}

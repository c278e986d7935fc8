import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type { HcpTerraformNotification } from '@backstage-soa/plugin-soa-node';
import { createOrFind } from '../createOrFind';
import { NOTIFICATIONS } from '../wiring';
import type { NotificationWiring, Wiring } from '../wiring';
import type { WorkspaceStep } from './WorkspaceStep';

const LISTS = 'lists of notifications';
// A replica of the portal that stops gets no requests any more by then.
const PAUSE_MS = 2_000;

/**
 * How the portal has to be told of runs. It learns of them anyway, only later:
 * a workspace is not refused for it.
 *
 * @param workspace - without an id if it is created first
 */
export async function planNotification(
  workspace: { id: string | undefined; name: string },
  { client, host, notification, pause, signal }: Wiring,
): Promise<WorkspaceStep[]> {
  const isUnreadable = workspace.id !== undefined && host.lacks(LISTS);
  if (!notification || isUnreadable) {
    return [];
  }
  const ours = async (id: string) =>
    (await client.listNotifications(id, { signal })).find(one =>
      isOurs(one, notification),
    );
  let known: HcpTerraformNotification | undefined;
  try {
    if (workspace.id) {
      known = await ours(workspace.id);
      host.found(LISTS);
    }
  } catch (error) {
    host.missIn(LISTS, notesOf(error));
    return [];
  }
  if (known && isSame(known, notification)) {
    return [];
  }
  return [
    {
      what: known ? 'notifications, anew' : NOTIFICATIONS,
      write: async id => {
        for (let isAgain = false; !host.lacks(NOTIFICATIONS); isAgain = true) {
          try {
            await put(id);
            host.found(NOTIFICATIONS);
            return undefined;
          } catch (error) {
            const notes = notesOf(error);
            if (isAgain) {
              host.missIn(NOTIFICATIONS, notes);
              break;
            }
          }
          // HCP Terraform asks the portal before it takes its address.
          await pause(PAUSE_MS, signal);
        }
        return { without: NOTIFICATIONS };
      },
    },
  ];

  async function put(id: string): Promise<void> {
    const { tokenOf, ...input } = notification!;
    const wanted = { ...input, token: tokenOf(id) };
    if (known) {
      await client.updateNotification(known.id, wanted, { signal });
    } else {
      await createOrFind(
        () => client.createNotification(id, wanted, { signal }),
        () => ours(id),
      );
    }
  }

  /** @throws what is no refusal */
  function notesOf(error: unknown): { workspace: string; host: string } {
    const isRefusal =
      error instanceof HcpTerraformError &&
      (error.kind === 'invalid' || error.kind === 'not-found-or-not-allowed');
    if (!isRefusal) {
      throw error;
    }
    return {
      workspace: `The portal learns of runs of ${workspace.name} when it next looks, and is not told of them: ${error.message}`,
      host: `The portal learns of runs when it next looks, and is not told of them: HCP Terraform does not reach ${
        notification!.url
      }, or offers no notifications here. ${error.message}`,
    };
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

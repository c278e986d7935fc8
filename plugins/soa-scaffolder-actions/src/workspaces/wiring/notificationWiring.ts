import {
  notificationKeyId,
  notificationToken,
} from '@backstage-soa/plugin-soa-node';
import type { NotificationWiring } from './Wiring';

/** What a workspace is without that has none. */
export const NOTIFICATIONS = 'notifications';

const TRIGGERS = [
  'run:created',
  'run:needs_attention',
  'run:applying',
  'run:completed',
  'run:errored',
  'assessment:drifted',
  'assessment:check_failure',
];

/** How an organization's workspaces tell the portal of their runs. */
export function notificationWiring(options: {
  organization: string;
  key: string;
  url: string;
}): NotificationWiring {
  const { organization, key, url } = options;
  return {
    name: `Backstage (key ${notificationKeyId(key)})`,
    url,
    triggers: TRIGGERS,
    tokenOf: workspaceId =>
      notificationToken({ key, organization, workspaceId }),
  };
}

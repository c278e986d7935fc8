import type { HcpNotification } from '../HcpState';
import { to } from '../json-api';

export function notificationResource(
  workspaceId: string,
  notification: HcpNotification,
) {
  return {
    id: notification.id,
    type: 'notification-configurations',
    attributes: {
      name: notification.name,
      'destination-type': 'generic',
      enabled: notification.enabled,
      triggers: notification.triggers,
      url: notification.url,
      // Never given back.
      token: null,
    },
    relationships: { subscribable: to('workspaces', workspaceId) },
  };
}

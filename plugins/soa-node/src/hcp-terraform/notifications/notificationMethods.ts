import { apiPath, flag, text, texts } from '../json-api';
import type { ApiResource, JsonApi } from '../json-api';
import type { HcpTerraformNotification } from './HcpTerraformNotification';
import type { HcpTerraformNotificationInput } from './HcpTerraformNotificationInput';
import type { HcpTerraformNotificationMethods } from './HcpTerraformNotificationMethods';

export function notificationMethods(
  api: JsonApi,
): HcpTerraformNotificationMethods {
  return {
    async listNotifications(workspaceId, options) {
      const path = apiPath`/workspaces/${workspaceId}/notification-configurations`;
      return (await api.list(path, options)).map(toNotification);
    },

    async createNotification(workspaceId, input, options) {
      const notification = await api.write(
        'POST',
        apiPath`/workspaces/${workspaceId}/notification-configurations`,
        { data: fromNotification(input) },
        options,
      );
      return toNotification(notification);
    },

    async updateNotification(id, input, options) {
      const notification = await api.write(
        'PATCH',
        apiPath`/notification-configurations/${id}`,
        { data: { id, ...fromNotification(input) } },
        options,
      );
      return toNotification(notification);
    },
  };
}

function fromNotification(input: HcpTerraformNotificationInput) {
  return {
    type: 'notification-configurations',
    attributes: { ...input, 'destination-type': 'generic', enabled: true },
  };
}

function toNotification(resource: ApiResource): HcpTerraformNotification {
  return {
    id: resource.id,
    name: text(resource, 'name') ?? '',
    destinationType: text(resource, 'destination-type') ?? '',
    enabled: flag(resource, 'enabled') ?? false,
    url: text(resource, 'url'),
    triggers: texts(resource, 'triggers') ?? [],
  };
}

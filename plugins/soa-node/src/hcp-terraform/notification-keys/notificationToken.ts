import { createHmac } from 'node:crypto';

/**
 * What a workspace's notifications are signed with. It follows from the key of
 * the configuration, so that nobody has to keep it, and is another one for each
 * workspace, so that who learns one cannot speak for the others.
 *
 * @public
 */
export function notificationToken(options: {
  key: string;
  organization: string;
  workspaceId: string;
}): string {
  const { key, organization, workspaceId } = options;
  return createHmac('sha256', key)
    .update(JSON.stringify(['notification', organization, workspaceId]))
    .digest('hex');
}

/**
 * Tells one key from another and says nothing of it: tokens cannot be read back,
 * so that what is named after this shows whether they are of today's key.
 *
 * @public
 */
export function notificationKeyId(key: string): string {
  return createHmac('sha256', key)
    .update('notification-key-id')
    .digest('hex')
    .slice(0, 8);
}

import { mockServices } from '@backstage/backend-test-utils';
import {
  notificationKeyId,
  notificationToken,
  readNotificationSettings,
} from '.';

const key = '0123456789abcdef0123456789abcdef';
const read = (notifications: object | undefined) =>
  readNotificationSettings(
    mockServices.rootConfig({
      data: {
        soa: {
          hcpTerraform: [
            { organization: 'other', token: 't' },
            { organization: 'acme', token: 't', notifications },
          ],
        },
      } as never,
    }),
  );

describe('the keys of notifications', () => {
  it('are read where there are some', () => {
    expect(read(undefined)).toEqual([]);
    expect(read({ key })).toEqual([{ organization: 'acme', key }]);
    expect(read({ key, url: 'https://portal.test/hook/' })).toEqual([
      { organization: 'acme', key, url: 'https://portal.test/hook' },
    ]);
  });

  it('are refused by their name in the configuration', () => {
    expect(() => read({ key: 'short' })).toThrow(
      'soa.hcpTerraform[1].notifications.key is too short',
    );
    expect(() => read({ key, url: 'portal' })).toThrow(
      'soa.hcpTerraform[1].notifications.url is "portal"',
    );
  });

  it('give each workspace a secret of its own', () => {
    const token = (organization: string, workspaceId: string, of = key) =>
      notificationToken({ key: of, organization, workspaceId });
    const tokens = [
      token('acme', 'ws-1'),
      token('acme', 'ws-2'),
      token('other', 'ws-1'),
      token('acme', 'ws-1', `${key}x`),
    ];
    expect(new Set(tokens).size).toBe(4);
    expect(token('acme', 'ws-1')).toBe(tokens[0]);
    expect(notificationKeyId(key)).toMatch(/^[0-9a-f]{8}$/);
    expect(tokens[0]).not.toContain(notificationKeyId(key));
  });
});

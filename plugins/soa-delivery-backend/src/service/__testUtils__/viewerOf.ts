import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Viewer } from '../Viewer';

/**
 * Somebody who looks at rollouts.
 *
 * @param options - `denied`: the permissions that they do not have, by name or by
 *   `name component`
 */
export function viewerOf(
  user: string | undefined,
  { groups = [], denied = [] }: { groups?: string[]; denied?: string[] } = {},
) {
  const authorize = jest.fn(
    async (
      requests: Array<{ permission: { name: string }; resourceRef?: string }>,
    ) =>
      requests.map(({ permission, resourceRef }) => ({
        result: [permission.name, `${permission.name} ${resourceRef}`].some(
          of => denied.includes(of),
        )
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
  );
  const viewer = Viewer.of(
    user ? mockCredentials.user(user) : mockCredentials.service(),
    {
      auth: mockServices.auth(),
      permissions: mockServices.permissions.mock({
        authorize: authorize as never,
      }),
      userInfo: mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: user!,
          ownershipEntityRefs: [user!, ...groups],
        }),
      }),
    },
  );
  return { viewer, authorize };
}

import type { PropsWithChildren } from 'react';
import { renderHook, waitFor } from '@testing-library/react';
import { configApiRef, identityApiRef } from '@backstage/core-plugin-api';
import { entityPresentationApiRef } from '@backstage/plugin-catalog-react';
import { mockApis, TestApiProvider } from '@backstage/test-utils';
import { useOwnPlatformOwners } from './useOwnPlatformOwners';

async function ownersOf(owners: string[] | undefined) {
  const presentation = {
    forEntity: (ref: string) => ({
      promise: Promise.resolve({ primaryTitle: `The ${ref}` }),
    }),
  };
  const { result } = renderHook(() => useOwnPlatformOwners(), {
    wrapper: ({ children }: PropsWithChildren) => (
      <TestApiProvider
        apis={[
          [
            configApiRef,
            mockApis.config({ data: { soa: { platform: { owners } } } }),
          ],
          [
            identityApiRef,
            mockApis.identity({
              ownershipEntityRefs: [
                'user:default/ada',
                'group:default/network',
              ],
            }),
          ],
          [entityPresentationApiRef, presentation as never],
        ]}
      >
        {children}
      </TestApiProvider>
    ),
  });
  await waitFor(() => expect(result.current.value).toBeDefined());
  return result.current.value;
}

describe('useOwnPlatformOwners', () => {
  it('knows the groups, as the configuration calls them, and its own', async () => {
    expect(await ownersOf(['platform', 'group:default/network'])).toEqual([
      {
        ref: 'group:default/platform',
        title: 'The group:default/platform',
        isOwn: false,
      },
      {
        ref: 'group:default/network',
        title: 'The group:default/network',
        isOwn: true,
      },
    ]);
  });

  it('knows of none where none is configured', async () => {
    expect(await ownersOf(undefined)).toEqual([]);
  });
});

import { configApiRef, identityApiRef } from '@backstage/core-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import { translationApiRef } from '@backstage/frontend-plugin-api';
import { TestApiRegistry } from '@backstage/test-utils';
import { validatePlatformOwner } from './validatePlatformOwner';

/** The sentences that keep a member of a and b on the page; a and c may own. */
async function errorsOf(owner: string | undefined) {
  const errors: string[] = [];
  await validatePlatformOwner(
    owner,
    { addError: (message: string) => errors.push(message) } as never,
    {
      apiHolder: TestApiRegistry.from(
        [
          configApiRef,
          mockApis.config({
            data: { soa: { platform: { owners: ['a', 'c'] } } },
          }),
        ],
        [
          identityApiRef,
          mockApis.identity({
            ownershipEntityRefs: ['group:default/a', 'group:default/b'],
          }),
        ],
        [translationApiRef, mockApis.translation()],
      ),
      formData: {},
      schema: {},
    },
  );
  return errors;
}

describe('validatePlatformOwner', () => {
  it.each([undefined, '', 'group:default/a'])('lets pass %j', async owner => {
    expect(await errorsOf(owner)).toEqual([]);
  });

  it.each(['group:default/b', 'group:default/c'])(
    'does not let pass %j',
    async owner => {
      expect(await errorsOf(owner)).toEqual([
        `${owner} may not own this, or you do not belong to it: choose another.`,
      ]);
    },
  );
});

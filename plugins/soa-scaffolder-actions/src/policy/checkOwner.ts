import type {
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';

/**
 * Makes sure that the initiator belongs to the owner: the input of a template
 * can be sent past its form.
 *
 * @throws NotAllowedError if not
 */
export async function checkOwner(options: {
  userInfo: UserInfoService;
  owner: string;
  credentials: BackstageCredentials;
}): Promise<void> {
  const { userInfo, owner, credentials } = options;
  const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
  const wanted = owner.toLocaleLowerCase('en-US');
  if (
    !ownershipEntityRefs.some(ref => ref.toLocaleLowerCase('en-US') === wanted)
  ) {
    throw new NotAllowedError(
      `owner: you are not a member of ${owner}: choose a group that you belong to`,
    );
  }
}

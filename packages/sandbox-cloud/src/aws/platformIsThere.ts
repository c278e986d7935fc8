import { accounts } from '../organisation';
import type { SandboxAccount } from '../organisation';

/** Whether a place has a platform: from the start, or since one was rolled out. */
export function platformIsThere(
  place: { account: string; region: string },
  account: SandboxAccount | undefined,
  hasPlatform: (place: { account: string; region: string }) => boolean,
): boolean {
  const wasAlwaysThere =
    accounts.some(({ id }) => id === place.account) &&
    account?.tags['soa:regions']?.split(' ').includes(place.region);
  return (
    account?.tags['soa:environment'] !== undefined &&
    (wasAlwaysThere || hasPlatform(place))
  );
}

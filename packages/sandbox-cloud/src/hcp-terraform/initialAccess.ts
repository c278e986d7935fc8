import type { AccessMap } from '../effects';
import { services } from '../organisation';

/** Which workspaces have always deployed into an account. */
export function initialAccess(account: string): AccessMap {
  return Object.fromEntries(
    services.flatMap(({ owner, placements }) =>
      placements
        .filter(placement => placement.account === account)
        .map(({ workspaceName, runtime }) => [
          workspaceName,
          { project: owner.replace('group:default/', ''), runtime },
        ]),
    ),
  );
}

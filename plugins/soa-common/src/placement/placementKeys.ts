import { GLOBAL_REGION, regionShortCode } from '../region';
import type { Placement } from './Placement';
import { placementIdentity } from './placementIdentity';

/**
 * The keys under which a component's placements are filed: environment and
 * Region (`prod-use1`), and, where an earlier placement already has that key,
 * what sets this one apart (`prod-use1-eks`, `prod-use1-444455556666`). What an
 * account itself is given has the account's id for its key: whoever prepares
 * accounts that nobody has made yet can tell what their workspaces will be called.
 *
 * A key depends on the placements before it only, so that placements added at
 * the end never change the key of one that exists.
 *
 * @param known - keys that some of them have already, by {@link placementIdentity}:
 *   what came before them may have gone since
 * @returns the key by {@link placementIdentity}
 * @public
 */
export function placementKeys(
  placements: readonly Placement[],
  known: ReadonlyMap<string, string> = new Map(),
): Map<string, string> {
  const keys = new Map<string, string>(known);
  const taken = new Set<string>(known.values());
  placements.forEach((placement, index) => {
    const identity = placementIdentity(placement);
    if (!keys.has(identity)) {
      const sharesAccount = placements
        .slice(0, index)
        .some(({ account }) => account === placement.account);
      for (const key of candidates(placement, sharesAccount)) {
        if (!taken.has(key)) {
          keys.set(identity, key);
          taken.add(key);
          break;
        }
      }
    }
  });
  return keys;
}

function* candidates(
  placement: Placement,
  sharesAccount: boolean,
): Generator<string> {
  const { environment, account, region, runtime, cell } = placement;
  if (runtime === 'platform' && region === GLOBAL_REGION && !cell) {
    yield account;
    yield `${environment}-${account}`;
  }
  const base = `${environment}-${regionShortCode(region)}`;
  const start = cell ? `${base}-${cell}` : base;
  yield start;
  yield sharesAccount ? `${start}-${runtime}` : `${start}-${account}`;
  yield `${start}-${account}-${runtime}`;
  // A cell can be named like an account or a runtime.
  const whole = `${base}-${account}-${runtime}-cell-${cell ?? ''}`;
  yield whole;
  // An environment can be named like a key.
  for (let number = 2; ; number += 1) {
    yield `${whole}-${number}`;
  }
}

import {
  GLOBAL_REGION,
  isRegion,
  mayBeGlobal,
} from '@backstage-soa/plugin-soa-common';
import type { Account, Runtime } from '@backstage-soa/plugin-soa-common';
import { called } from './called';

/**
 * Why a placement cannot be in the Region.
 *
 * @param account - `undefined` if none has been found: then only the
 * organisation's own rule can be asked
 */
export function regionProblem(
  region: string,
  runtime: Runtime,
  account: Account | undefined,
  allowed: readonly string[],
): string | undefined {
  if (region === GLOBAL_REGION) {
    return mayBeGlobal(runtime)
      ? undefined
      : `What runs on ${runtime} runs in a Region: choose one instead of "${GLOBAL_REGION}".`;
  }
  if (!isRegion(region)) {
    return `"${region}" is no Region of AWS: choose another.`;
  }
  if (allowed.length > 0 && !allowed.includes(region)) {
    return `The Region "${region}" is not allowed: choose one of ${allowed.join(
      ', ',
    )}.`;
  }
  // An account offers Regions to services; its platform comes before that.
  if (!account || runtime === 'platform' || account.regions.includes(region)) {
    return undefined;
  }
  const offered = account.regions.filter(
    name => allowed.length === 0 || allowed.includes(name),
  );
  const remedy =
    offered.length > 0
      ? `choose one of ${offered.join(', ')}`
      : 'choose another account';
  return `The account ${called(account)} does not offer ${region}: ${remedy}.`;
}

import type { Runtime } from './runtimes';

/**
 * Whether a placement of the runtime may be in no Region: what it makes is global,
 * as CloudFront and IAM are.
 *
 * @public
 */
export function mayBeGlobal(runtime: Runtime): boolean {
  return runtime === 'static-site' || runtime === 'platform';
}

import type { Runtime } from '@backstage-soa/plugin-soa-common';

/** Whether what a form makes is in no Region, so that none is to be chosen. */
export function isGlobal(
  options: { runtime?: Runtime; global?: boolean } | undefined,
): boolean {
  return options?.global ?? options?.runtime === 'static-site';
}

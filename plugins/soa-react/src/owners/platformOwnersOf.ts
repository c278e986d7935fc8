import type { ConfigApi } from '@backstage/core-plugin-api';
import { ownerRef } from '@backstage-soa/plugin-soa-common';

/**
 * The groups of `soa.platform.owners`, as full references.
 *
 * @public
 */
export function platformOwnersOf(config: ConfigApi): string[] {
  return (config.getOptionalStringArray('soa.platform.owners') ?? []).flatMap(
    entry => ownerRef(entry) ?? [],
  );
}

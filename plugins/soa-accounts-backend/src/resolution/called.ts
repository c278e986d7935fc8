import type { Account } from '@backstage-soa/plugin-soa-common';

/** An account as people are told of it. */
export function called({ name, id }: Account): string {
  return `${name} (${id})`;
}

import type { Placement } from '@backstage-soa/plugin-soa-common';
import type { Entry } from './Check';

type Place = Pick<Placement, 'environment' | 'account' | 'region'>;

/** Whether an entry is for a placement: it is for all that it does not exclude. */
export function isFor(entry: Entry, placement: Place): boolean {
  const { environment, account, region = regionIn(entry.arn) } = entry;
  return (
    [undefined, placement.environment].includes(textIn(environment)) &&
    [undefined, placement.account].includes(textIn(account)) &&
    [undefined, placement.region].includes(textIn(region))
  );
}

/** A form leaves what is cleared empty, or out. */
function textIn(value: unknown): string | undefined {
  return value === undefined || value === null || value === ''
    ? undefined
    : String(value);
}

function regionIn(arn: unknown): string | undefined {
  return typeof arn === 'string' ? arn.split(':')[3] : undefined;
}

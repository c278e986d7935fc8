import { isUnderWay } from '../../decide';
import type { RolloutRecord } from '../../store';

/** Which accounts have more than one exclusive rollout under way. */
export function checkAlone(active: readonly RolloutRecord[]): string[] {
  const holders = new Map<string, string>();
  return active
    .filter(({ exclusive }) => exclusive)
    .flatMap(({ id, targets }) =>
      targets.filter(isUnderWay).flatMap(({ placement: { account } }) => {
        const holder = holders.get(account) ?? id;
        holders.set(account, holder);
        return holder === id ? [] : [`${id} and ${holder} are in ${account}`];
      }),
    );
}

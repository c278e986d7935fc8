import type { CloudTrailRecord } from '../cloudtrail';
import { accounts, services } from '../organisation';
import { accountHistory } from './accountHistory';
import { peopleHistory } from './peopleHistory';
import { pipelineHistory } from './pipelineHistory';
import { workloadHistory } from './workloadHistory';

/**
 * Fourteen days of what happens in such an organisation: the same events for
 * the same end.
 *
 * @param now - when it ends: milliseconds since 1970
 */
export function history(now: number): CloudTrailRecord[] {
  return [
    ...accounts
      .filter(({ state }) => state === 'ACTIVE')
      .flatMap(account => accountHistory(account, now)),
    ...services.flatMap(service =>
      service.placements.flatMap(placement => {
        const context = { ...placement, service: service.name };
        return [
          ...pipelineHistory(service, placement, now),
          ...workloadHistory(context, now),
          ...peopleHistory(service, placement, now),
        ];
      }),
    ),
  ];
}

import type { CloudTrailRecord } from '../cloudtrail';
import { effectsOf, refreshCalls, runRecords } from '../effects';
import { TERRAFORM_ORGANIZATION } from '../organisation';
import type { SandboxPlacement, SandboxService } from '../organisation';
import { historicalRuns } from './historicalRuns';

const CONFIRMED_AFTER_MS = 60_000;

/** What the runs of a placement's workspace did: they looked, then changed. */
export function pipelineHistory(
  service: SandboxService,
  placement: SandboxPlacement,
  now: number,
): CloudTrailRecord[] {
  const context = { ...placement, service: service.name };
  const { update, outputs } = effectsOf(context)!;
  return historicalRuns(service.name, placement.key, now).flatMap(
    ({ id, time }) => {
      const common = {
        run: {
          id,
          organization: TERRAFORM_ORGANIZATION,
          project: service.owner.replace('group:default/', ''),
          workspace: placement.workspaceName,
        },
        context,
      };
      return [
        ...runRecords({
          ...common,
          phase: 'plan',
          calls: refreshCalls(outputs),
          time,
        }),
        ...runRecords({
          ...common,
          phase: 'apply',
          calls: update,
          time: time + CONFIRMED_AFTER_MS,
        }),
      ];
    },
  );
}

import { InputError } from '@backstage/errors';
import type {
  RolloutPlan,
  RolloutRequest,
} from '@backstage-soa/plugin-soa-common';
import { AllowedHosts } from '../checks';
import { planSchema, resolvePlan } from '../plan';
import type { PlanSettings, ResolvedStage } from '../plan';

/** In which stages a rollout goes through what is asked for. */
export class RolloutPlanner {
  constructor(
    private readonly options: {
      settings: PlanSettings;
      allowedHosts: AllowedHosts;
    },
  ) {}

  /**
   * @param own - `spec.rollout` of the component, as somebody wrote it
   * @throws InputError that names what is at fault
   */
  plan(
    { plan, placements, operation }: RolloutRequest,
    own: unknown,
  ): ResolvedStage[] {
    const { settings, allowedHosts } = this.options;
    const stages = resolvePlan(
      [
        ...(plan ? [{ plan, path: 'plan', isOfRequest: true }] : []),
        { plan: readOwn(own), path: 'spec.rollout', isOfRequest: false },
      ],
      placements,
      { ...settings, operation },
    );
    for (const { environment, checks } of stages) {
      for (const check of checks) {
        const url =
          check.type === 'health' && check.url ? new URL(check.url) : undefined;
        if (url && !allowedHosts.has(url)) {
          throw new InputError(
            `The stage ${environment} has a check of ${
              check.type
            }. ${allowedHosts.refusal(url)}`,
          );
        }
      }
    }
    return stages;
  }
}

function readOwn(own: unknown): RolloutPlan {
  const read = planSchema.safeParse(own ?? {});
  if (!read.success) {
    const { path, message } = read.error.issues[0];
    throw new InputError(
      `spec.rollout${path
        .map(part =>
          typeof part === 'number' ? `[${part}]` : `.${String(part)}`,
        )
        .join(
          '',
        )}: ${message}: correct it in the component's catalog-info.yaml`,
    );
  }
  return read.data;
}

import { z } from 'zod';
import { flag, relatedId, relatedIds, text } from '../json-api';
import type { ApiResource, Included } from '../json-api';
import { toPlan } from '../plans/toPlan';
import type { HcpTerraformRun } from './HcpTerraformRun';

/** What can be done with a run now; anything but `true` counts as no. */
const actionsSchema = z
  .record(z.string(), z.unknown())
  .catch({})
  .transform(actions => (name: string) => actions[name] === true);

/** @param included - what came with the run */
export function toRun(
  resource: ApiResource,
  included?: Included,
): HcpTerraformRun {
  const planId = relatedId(resource, 'plan');
  const plan = included?.find('plans', planId);
  const can = actionsSchema.parse(resource.attributes.actions);
  return {
    id: resource.id,
    status: text(resource, 'status') ?? 'unknown',
    message: text(resource, 'message'),
    createdAt: text(resource, 'created-at'),
    workspaceId: relatedId(resource, 'workspace'),
    planId,
    ...(plan && { plan: toPlan(plan) }),
    applyId: relatedId(resource, 'apply'),
    configurationVersionId: relatedId(resource, 'configuration-version'),
    hasChanges: flag(resource, 'has-changes'),
    isDestroy: flag(resource, 'is-destroy'),
    planOnly: flag(resource, 'plan-only'),
    refreshOnly: flag(resource, 'refresh-only'),
    isConfirmable: can('is-confirmable'),
    ...(can('is-discardable') && { isDiscardable: true }),
    ...(can('is-cancelable') && { isCancelable: true }),
    costEstimateId: relatedId(resource, 'cost-estimate'),
    taskStageIds: idsOf(resource, 'task-stages'),
    policyCheckIds: idsOf(resource, 'policy-checks'),
    tfPolicyEvaluationIds: idsOf(resource, 'tf-policy-evaluations'),
  };
}

function idsOf(resource: ApiResource, name: string): string[] | undefined {
  const ids = relatedIds(resource, name);
  return ids.length > 0 ? ids : undefined;
}

import { z } from 'zod';
import { flag, related, text } from './documents';
import type { ApiResource } from './documents';
import type { HcpTerraformRun, HcpTerraformRunInput } from './resources';

const actionsSchema = z
  .object({ 'is-confirmable': z.boolean().default(false) })
  .catch({ 'is-confirmable': false });

export function toRun(resource: ApiResource): HcpTerraformRun {
  const actions = actionsSchema.parse(resource.attributes.actions ?? {});
  return {
    id: resource.id,
    status: text(resource, 'status') ?? 'unknown',
    message: text(resource, 'message'),
    createdAt: text(resource, 'created-at'),
    workspaceId: related(resource, 'workspace')?.id,
    planId: related(resource, 'plan')?.id,
    configurationVersionId: related(resource, 'configuration-version')?.id,
    hasChanges: flag(resource, 'has-changes'),
    isDestroy: flag(resource, 'is-destroy'),
    planOnly: flag(resource, 'plan-only'),
    isConfirmable: actions['is-confirmable'],
  };
}

/** The body of a request that makes a run. */
export function fromRun(input: HcpTerraformRunInput) {
  const { configurationVersionId } = input;
  return {
    data: {
      type: 'runs',
      attributes: {
        message: input.message,
        'auto-apply': false,
        'plan-only': input.planOnly,
        'is-destroy': input.isDestroy,
      },
      relationships: {
        workspace: { data: { type: 'workspaces', id: input.workspaceId } },
        ...(configurationVersionId && {
          'configuration-version': {
            data: {
              type: 'configuration-versions',
              id: configurationVersionId,
            },
          },
        }),
      },
    },
  };
}

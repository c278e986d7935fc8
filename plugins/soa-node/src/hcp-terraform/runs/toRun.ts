import { z } from 'zod';
import { flag, relatedId, text } from '../json-api';
import type { ApiResource } from '../json-api';
import type { HcpTerraformRun } from './HcpTerraformRun';

const actionsSchema = z.object({ 'is-confirmable': z.literal(true) });

export function toRun(resource: ApiResource): HcpTerraformRun {
  return {
    id: resource.id,
    status: text(resource, 'status') ?? 'unknown',
    message: text(resource, 'message'),
    createdAt: text(resource, 'created-at'),
    workspaceId: relatedId(resource, 'workspace'),
    planId: relatedId(resource, 'plan'),
    configurationVersionId: relatedId(resource, 'configuration-version'),
    hasChanges: flag(resource, 'has-changes'),
    isDestroy: flag(resource, 'is-destroy'),
    planOnly: flag(resource, 'plan-only'),
    isConfirmable: actionsSchema.safeParse(resource.attributes.actions).success,
  };
}

import { count, text } from '../json-api';
import type { ApiResource } from '../json-api';
import type { HcpTerraformPlan } from './HcpTerraformPlan';

export function toPlan(resource: ApiResource): HcpTerraformPlan {
  return {
    id: resource.id,
    status: text(resource, 'status') ?? 'unknown',
    resourceAdditions: count(resource, 'resource-additions'),
    resourceChanges: count(resource, 'resource-changes'),
    resourceDestructions: count(resource, 'resource-destructions'),
    resourceImports: count(resource, 'resource-imports'),
  };
}

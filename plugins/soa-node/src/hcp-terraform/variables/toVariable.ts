import { flag, text } from '../json-api';
import type { ApiResource } from '../json-api';
import type { HcpTerraformVariable } from './HcpTerraformVariable';

export function toVariable(resource: ApiResource): HcpTerraformVariable {
  const sensitive = flag(resource, 'sensitive') ?? false;
  return {
    id: resource.id,
    key: text(resource, 'key') ?? '',
    ...(!sensitive && { value: text(resource, 'value') }),
    description: text(resource, 'description'),
    category: text(resource, 'category') === 'env' ? 'env' : 'terraform',
    hcl: flag(resource, 'hcl') ?? false,
    sensitive,
    versionId: text(resource, 'version-id'),
  };
}

import { flag, text } from './documents';
import type { ApiResource } from './documents';
import type {
  HcpTerraformVariable,
  HcpTerraformVariableInput,
} from './resources';

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
  };
}

/** The body of a request that makes or changes a variable. */
export function fromVariable(
  input: Partial<HcpTerraformVariableInput>,
  id?: string,
) {
  return { data: { ...(id && { id }), type: 'vars', attributes: input } };
}

import { flag, text } from '../json-api';
import type { ApiResource } from '../json-api';
import type { HcpTerraformOutput } from './HcpTerraformOutput';

/** An output without its value if that is secret, whatever the host sent. */
export function toOutput(resource: ApiResource): HcpTerraformOutput {
  const sensitive = flag(resource, 'sensitive') ?? false;
  return {
    name: text(resource, 'name') ?? resource.id,
    sensitive,
    ...(!sensitive && { value: resource.attributes.value }),
  };
}

import { TERRAFORM_ORGANIZATION } from '../../organisation';
import type { HcpProject } from '../HcpState';
import { iso, to } from '../json-api';

export function projectResource({ id, name }: HcpProject) {
  return {
    id,
    type: 'projects',
    attributes: { name, description: '', 'created-at': iso(0) },
    relationships: {
      organization: to('organizations', TERRAFORM_ORGANIZATION),
    },
  };
}

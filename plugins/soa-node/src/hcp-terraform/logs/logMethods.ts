import { apiPath, text } from '../json-api';
import type { JsonApi } from '../json-api';
import type { Transport } from '../transport';
import type { HcpTerraformLogMethods } from './HcpTerraformLogMethods';

export function logMethods(
  api: JsonApi,
  transport: Transport,
): HcpTerraformLogMethods {
  return {
    async readLog(of, id, options) {
      const path =
        of === 'plan' ? apiPath`/plans/${id}` : apiPath`/applies/${id}`;
      const found = await api.read(path, options);
      const url = found && text(found.data, 'log-read-url');
      return url && transport.download(url, options?.signal);
    },
  };
}

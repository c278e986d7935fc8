import { apiPath, Included, isMissing, withQuery } from '../json-api';
import type { JsonApi } from '../json-api';
import { fromRun } from './fromRun';
import type { HcpTerraformRunMethods } from './HcpTerraformRunMethods';
import { toRun } from './toRun';

export function runMethods(api: JsonApi): HcpTerraformRunMethods {
  return {
    async createRun(input, options) {
      return toRun(await api.write('POST', '/runs', fromRun(input), options));
    },

    async getRun(id, options) {
      const path = withQuery(apiPath`/runs/${id}`, { include: 'plan' });
      const found = await api.read(path, options);
      return found && toRun(found.data, new Included(found.included));
    },

    async listRuns(workspaceId, options) {
      try {
        const path = apiPath`/workspaces/${workspaceId}/runs`;
        return (await api.runPage(path, options)).map(run => toRun(run));
      } catch (error) {
        if (isMissing(error)) {
          return [];
        }
        throw error;
      }
    },

    async applyRun(id, { comment }, options) {
      await api.act(apiPath`/runs/${id}/actions/apply`, { comment }, options);
    },

    async discardRun(id, { comment }, options) {
      await api.act(apiPath`/runs/${id}/actions/discard`, { comment }, options);
    },

    async cancelRun(id, { comment }, options) {
      await api.act(apiPath`/runs/${id}/actions/cancel`, { comment }, options);
    },
  };
}

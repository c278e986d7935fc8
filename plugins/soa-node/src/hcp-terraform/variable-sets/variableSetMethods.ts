import { apiPath, flag, LARGEST_PAGE, relatedIds, text } from '../json-api';
import type { JsonApi } from '../json-api';
import type { HcpTerraformVariableSetMethods } from './HcpTerraformVariableSetMethods';

export function variableSetMethods(
  api: JsonApi,
): HcpTerraformVariableSetMethods {
  return {
    async findVariableSet(name, options) {
      // The search finds parts of names, too.
      for await (const { data } of api.pages(
        `${api.organizationPath}/varsets`,
        { q: name, 'page[size]': LARGEST_PAGE },
        options,
      )) {
        const found = data.find(one => text(one, 'name') === name);
        if (found) {
          return {
            id: found.id,
            name,
            isGlobal: flag(found, 'global') ?? false,
            projectIds: relatedIds(found, 'projects'),
            workspaceIds: relatedIds(found, 'workspaces'),
          };
        }
      }
      return undefined;
    },

    async applyVariableSet(id, workspaceIds, options) {
      await api.act(
        apiPath`/varsets/${id}/relationships/workspaces`,
        {
          data: workspaceIds.map(workspaceId => ({
            type: 'workspaces',
            id: workspaceId,
          })),
        },
        options,
      );
    },
  };
}

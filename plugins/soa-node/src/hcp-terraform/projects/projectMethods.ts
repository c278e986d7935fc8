import { isMissing, LARGEST_PAGE, text } from '../json-api';
import type { JsonApi } from '../json-api';
import type { HcpTerraformProjectMethods } from './HcpTerraformProjectMethods';

export function projectMethods(api: JsonApi): HcpTerraformProjectMethods {
  return {
    async findProject(name, options) {
      // The filter ignores case and splits at commas: it can find several.
      const query = { 'filter[names]': name, 'page[size]': LARGEST_PAGE };
      try {
        for await (const { data } of api.pages(
          `${api.organizationPath}/projects`,
          query,
          options,
        )) {
          const found = data.find(project => text(project, 'name') === name);
          if (found) {
            return { id: found.id, name };
          }
        }
      } catch (error) {
        if (!isMissing(error)) {
          throw error;
        }
      }
      return undefined;
    },

    async createProject({ name, description }, options) {
      const project = await api.write(
        'POST',
        `${api.organizationPath}/projects`,
        { data: { type: 'projects', attributes: { name, description } } },
        options,
      );
      return { id: project.id, name: text(project, 'name') ?? name };
    },
  };
}

import { HcpTerraformError } from '../HcpTerraformError';
import { apiPath, Included, isMissing, LARGEST_PAGE } from '../json-api';
import type { JsonApi } from '../json-api';
import { fromWorkspace } from './fromWorkspace';
import type { HcpTerraformWorkspaceMethods } from './HcpTerraformWorkspaceMethods';
import { include } from './include';
import type { WithWorkspaces } from './include';
import { isWithoutDetails } from './isWithoutDetails';
import { toWorkspace } from './toWorkspace';
import { workspacePages } from './workspacePages';

export function workspaceMethods(api: JsonApi): HcpTerraformWorkspaceMethods {
  return {
    async findWorkspace(name, options) {
      const path = api.organizationPath + apiPath`/workspaces/${name}`;
      const read = async (wanted: WithWorkspaces | undefined) => {
        const found = await api.read(
          `${path}?include=${include(wanted)}`,
          options,
        );
        return found && toWorkspace(found.data, new Included(found.included));
      };
      try {
        return await read(options);
      } catch (error) {
        if (!options?.withDetails || !isWithoutDetails(error)) {
          throw error;
        }
        return read(undefined);
      }
    },

    async *listWorkspaces({ tags = {}, ...options } = {}) {
      try {
        for await (const page of workspacePages(api, options, {
          'page[size]': LARGEST_PAGE,
          ...(options.namePattern && {
            'search[wildcard-name]': options.namePattern,
          }),
          ...tagFilter(tags),
        })) {
          const included = new Included(page.included);
          yield* page.data
            .map(workspace => toWorkspace(workspace, included))
            .filter(({ tagBindings }) => hasAll(tagBindings, tags));
        }
      } catch (error) {
        throw isMissing(error)
          ? new HcpTerraformError(
              error.kind,
              `HCP Terraform does not know the organization "${api.organization}", or its token may not read it: check soa.hcpTerraform`,
              error.status,
            )
          : error;
      }
    },

    async createWorkspace(input, options) {
      const workspace = await api.write(
        'POST',
        `${api.organizationPath}/workspaces`,
        fromWorkspace(input),
        options,
      );
      return withTags(toWorkspace(workspace, new Included([])), input);
    },

    async updateWorkspace(id, input, options) {
      const workspace = await api.write(
        'PATCH',
        apiPath`/workspaces/${id}`,
        fromWorkspace(input),
        options,
      );
      return withTags(toWorkspace(workspace, new Included([])), input);
    },

    async safeDeleteWorkspace(id, options) {
      const path = apiPath`/workspaces/${id}/actions/safe-delete`;
      await api.act(path, undefined, options);
    },
  };
}

type Tags = Readonly<Record<string, string>>;

function tagFilter(tags: Tags): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tags).flatMap(([key, value], index) => [
      [`filter[tagged][${index}][key]`, key],
      [`filter[tagged][${index}][value]`, value],
    ]),
  );
}

/** Hosts that do not know the filter give all that there are. */
function hasAll(found: Tags, wanted: Tags): boolean {
  return Object.entries(wanted).every(([key, value]) => found[key] === value);
}

/** The answer to a write does not say what tags it has written. */
function withTags<T extends { tagBindings: Record<string, string> }>(
  workspace: T,
  input: { tagBindings?: Record<string, string> },
): T {
  return { ...workspace, tagBindings: { ...input.tagBindings } };
}

import type { HcpTerraformError } from '../HcpTerraformError';
import type { HcpTerraformRequestOptions } from '../HcpTerraformRequestOptions';
import type { ApiList, JsonApi } from '../json-api';
import { include } from './include';
import type { WithWorkspaces } from './include';
import { isWithoutDetails } from './isWithoutDetails';

/**
 * The pages of a list of workspaces. Where the host gives one without details
 * only, so are those that follow: pages stay as large as they were, as those of
 * another size would begin and end elsewhere.
 */
export async function* workspacePages(
  api: JsonApi,
  options: HcpTerraformRequestOptions &
    WithWorkspaces & {
      onWithoutDetails?: (reason: HcpTerraformError) => void;
    },
  query: Readonly<Record<string, string | number>>,
): AsyncGenerator<ApiList> {
  const path = `${api.organizationPath}/workspaces`;
  const asks = (wanted: WithWorkspaces) => ({
    include: include(wanted),
    ...query,
  });
  let next: number | undefined = 1;
  try {
    for await (const page of api.pages(path, asks(options), options)) {
      next = page.meta?.pagination['next-page'] ?? undefined;
      yield page;
    }
    return;
  } catch (error) {
    if (!options.withDetails || !isWithoutDetails(error) || !next) {
      throw error;
    }
    options.onWithoutDetails?.(error);
  }
  yield* api.pages(path, asks({}), options, next);
}

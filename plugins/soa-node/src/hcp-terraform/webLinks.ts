import type { HcpTerraformClient } from './HcpTerraformClient';

/** Where people see what the API gives. */
export function webLinks(options: {
  organization: string;
  webUrl: string;
}): Pick<HcpTerraformClient, 'workspaceUrl' | 'runUrl'> {
  const organization = encodeURIComponent(options.organization);
  const workspaceUrl = (name: string) =>
    `${options.webUrl}/app/${organization}/workspaces/${encodeURIComponent(
      name,
    )}`;
  return {
    workspaceUrl,
    runUrl: (workspaceName, runId) =>
      `${workspaceUrl(workspaceName)}/runs/${encodeURIComponent(runId)}`,
  };
}

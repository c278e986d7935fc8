/** @public */
export interface HcpTerraformRunInput {
  workspaceId: string;
  configurationVersionId?: string;
  message: string;
  planOnly?: boolean;
  isDestroy?: boolean;
}

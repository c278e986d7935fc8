/** @public */
export interface HcpTerraformRunInput {
  workspaceId: string;
  configurationVersionId?: string;
  message: string;
  planOnly?: boolean;
  isDestroy?: boolean;
  /** Takes over into the state what has become of the resources, and no more. */
  refreshOnly?: boolean;
  /** Only if the workspace says so: whoever set it up decides. Never if absent. */
  autoApply?: 'as-workspace';
}

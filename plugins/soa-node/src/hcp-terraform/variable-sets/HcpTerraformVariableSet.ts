/** @public */
export interface HcpTerraformVariableSet {
  /** `varset-…` */
  id: string;
  name: string;
  /** Whether it holds for every workspace of the organization. */
  isGlobal: boolean;
  /** The projects and workspaces that it is applied to. */
  projectIds: string[];
  workspaceIds: string[];
}

/** @public */
export interface HcpTerraformPlan {
  /** `plan-…` */
  id: string;
  status: string;
  resourceAdditions?: number;
  resourceChanges?: number;
  resourceDestructions?: number;
  resourceImports?: number;
}

/** @public */
export interface HcpTerraformProject {
  /** `prj-…` */
  id: string;
  name: string;
}

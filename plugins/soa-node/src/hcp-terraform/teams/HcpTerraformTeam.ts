/** @public */
export interface HcpTerraformTeam {
  /** `team-…` */
  id: string;
  name: string;
}

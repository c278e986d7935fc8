/** @public */
export interface HcpTerraformVariable {
  /** `var-…` */
  id: string;
  key: string;
  /** Absent if sensitive. */
  value?: string;
  description?: string;
  category: 'terraform' | 'env';
  hcl: boolean;
  sensitive: boolean;
  /** Another one after each change, whoever made it; some hosts have none. */
  versionId?: string;
}

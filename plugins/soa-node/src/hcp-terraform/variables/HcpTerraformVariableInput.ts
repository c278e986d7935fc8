/** @public */
export interface HcpTerraformVariableInput {
  key: string;
  value: string;
  description?: string;
  category: 'terraform' | 'env';
  hcl?: boolean;
  sensitive?: boolean;
}

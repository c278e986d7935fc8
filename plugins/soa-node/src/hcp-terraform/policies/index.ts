export type { HcpTerraformPolicyMethods } from './HcpTerraformPolicyMethods';
export type { HcpTerraformPolicyResult } from './HcpTerraformPolicyResult';
export { policyMethods } from './policyMethods';

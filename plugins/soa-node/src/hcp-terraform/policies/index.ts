export type { HcpTerraformPolicyResult } from './HcpTerraformPolicyResult';
export { policyMethods } from './policyMethods';

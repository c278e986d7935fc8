export { accounts, MANAGEMENT_ACCOUNT, ORGANIZATION_ID } from './accounts';
export type { SandboxAccount } from './accounts';
export { people, teams } from './people';
export type { SandboxPerson } from './people';
export { services, TERRAFORM_ORGANIZATION } from './services';
export type { SandboxPlacement, SandboxService } from './services';
export { ROOT_ID, unitId, units } from './units';
export type { SandboxUnit } from './units';

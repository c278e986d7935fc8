export {
  accessWorkspaceName,
  accountBaseline,
  PLATFORM_PROJECT,
} from './accountBaseline';
export {
  accounts,
  LOG_ARCHIVE_ACCOUNT,
  MANAGEMENT_ACCOUNT,
  ORGANIZATION_ID,
} from './accounts';
export type { SandboxAccount } from './accounts';
export { initialOrganisationState, Organisation } from './Organisation';
export type { OrganisationState, SandboxCreation } from './Organisation';
export { people, products, SANDBOX_ADMINISTRATOR, teams } from './people';
export type { SandboxPerson } from './people';
export { policiesOf } from './policies';
export type { SandboxPolicy } from './policies';
export { services, TERRAFORM_ORGANIZATION } from './services';
export type { SandboxPlacement, SandboxService } from './services';
export { ROOT_ID, unitId, units } from './units';
export type { SandboxUnit } from './units';

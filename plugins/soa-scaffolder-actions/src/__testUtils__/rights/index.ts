import { bucketRights } from './bucketRights';
import { computeRights } from './computeRights';
import { deploymentRights } from './deploymentRights';
import { functionRights } from './functionRights';
import { guardRights } from './guardRights';
import { identityRights } from './identityRights';
import { latticeRights } from './latticeRights';
import { networkRights } from './networkRights';
import { observingRights } from './observingRights';
import type { RightsOf } from './ResourceRights';
import { trafficRights } from './trafficRights';

export { bootstrapRoles } from './bootstrapRoles';
export { dataRights } from './dataRights';
export { declaredBy } from './declaredBy';
export { plannedBy } from './plannedBy';
export type { Planned } from './plannedBy';
export { requestsFor } from './requestsFor';
export { rolesOf } from './rolesOf';
export type { Role, Roles } from './rolesOf';
export type { ResourceRights } from './ResourceRights';

/** What resources of our modules need. */
export const resourceRights: RightsOf = {
  ...bucketRights,
  ...computeRights,
  ...deploymentRights,
  ...functionRights,
  ...guardRights,
  ...identityRights,
  ...latticeRights,
  ...networkRights,
  ...observingRights,
  ...trafficRights,
};

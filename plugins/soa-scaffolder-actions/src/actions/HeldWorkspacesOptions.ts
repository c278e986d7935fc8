import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  HcpTerraform,
  SoaEnvironment,
} from '@backstage-soa/plugin-soa-node';
import type { RunClock } from '../runs';
import type { ActionAuditor } from './auditedWrite';

/** What actions on the workspaces of a component need from the backend. */
export interface HeldWorkspacesOptions {
  hcpTerraform: HcpTerraform;
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  permissions: PermissionsService;
  auditor: ActionAuditor;
  environments: readonly SoaEnvironment[];
  clock?: RunClock;
}

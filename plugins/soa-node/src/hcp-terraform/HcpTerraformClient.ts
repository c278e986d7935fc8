import type { HcpTerraformConfigurationVersionMethods } from './configuration-versions';
import type { HcpTerraformCostEstimateMethods } from './cost-estimates';
import type { HcpTerraformLogMethods } from './logs';
import type { HcpTerraformNotificationMethods } from './notifications';
import type { HcpTerraformOutputMethods } from './outputs';
import type { HcpTerraformPlanMethods } from './plans';
import type { HcpTerraformPolicyMethods } from './policies';
import type { HcpTerraformProjectMethods } from './projects';
import type { HcpTerraformResourceMethods } from './resources';
import type { HcpTerraformRunTriggerMethods } from './run-triggers';
import type { HcpTerraformRunMethods } from './runs';
import type { HcpTerraformTeamMethods } from './teams';
import type { HcpTerraformVariableSetMethods } from './variable-sets';
import type { HcpTerraformVariableMethods } from './variables';
import type { HcpTerraformWorkspaceMethods } from './workspaces';

/**
 * One organization of HCP Terraform or Terraform Enterprise, over its API v2.
 *
 * Reads of one thing answer `undefined` for what is *not found or not allowed*:
 * the API does not tell these apart. Everything else that fails throws a
 * {@link HcpTerraformError}, and so does a list of what belongs to such a thing.
 * Requests that are refused for their rate wait as long as the answer says and are
 * sent again; whatever else fails in passing is sent again if that cannot do it
 * twice. An aborted signal ends the waiting, and its reason is thrown.
 *
 * @public
 */
export interface HcpTerraformClient
  extends HcpTerraformProjectMethods,
    HcpTerraformWorkspaceMethods,
    HcpTerraformVariableMethods,
    HcpTerraformTeamMethods,
    HcpTerraformVariableSetMethods,
    HcpTerraformNotificationMethods,
    HcpTerraformRunTriggerMethods,
    HcpTerraformConfigurationVersionMethods,
    HcpTerraformRunMethods,
    HcpTerraformPlanMethods,
    HcpTerraformLogMethods,
    HcpTerraformCostEstimateMethods,
    HcpTerraformPolicyMethods,
    HcpTerraformOutputMethods,
    HcpTerraformResourceMethods {
  readonly organization: string;

  /** Where people see a workspace, and one of its runs. */
  workspaceUrl(workspaceName: string): string;
  runUrl(workspaceName: string, runId: string): string;
}

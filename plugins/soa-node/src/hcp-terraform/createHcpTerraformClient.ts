import { configurationVersionMethods } from './configuration-versions';
import { costEstimateMethods } from './cost-estimates';
import type { HcpTerraformClient } from './HcpTerraformClient';
import { JsonApi } from './json-api';
import { logMethods } from './logs';
import { notificationMethods } from './notifications';
import { outputMethods } from './outputs';
import { planMethods } from './plans';
import { policyMethods } from './policies';
import { projectMethods } from './projects';
import { resourceMethods } from './resources';
import { runTriggerMethods } from './run-triggers';
import { runMethods } from './runs';
import { teamMethods } from './teams';
import { Transport } from './transport';
import type { TransportOptions } from './transport';
import { variableSetMethods } from './variable-sets';
import { variableMethods } from './variables';
import { webLinks } from './webLinks';
import { workspaceMethods } from './workspaces';

/** The client of one organization: each method one request, or one list. */
export function createHcpTerraformClient(
  options: TransportOptions & { webUrl: string },
): HcpTerraformClient {
  const { organization } = options;
  const transport = new Transport(options);
  const api = new JsonApi(organization, transport);
  return {
    organization,
    ...webLinks(options),
    ...projectMethods(api),
    ...workspaceMethods(api),
    ...variableMethods(api),
    ...variableSetMethods(api),
    ...teamMethods(api),
    ...notificationMethods(api),
    ...runTriggerMethods(api),
    ...configurationVersionMethods(api, transport),
    ...runMethods(api),
    ...planMethods(api),
    ...logMethods(api, transport),
    ...costEstimateMethods(api),
    ...policyMethods(api),
    ...outputMethods(api),
    ...resourceMethods(api),
  };
}

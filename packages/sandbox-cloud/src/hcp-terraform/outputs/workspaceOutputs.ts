import type { HcpWorkspace } from '../HcpState';
import { outputResources } from './outputResources';

/** The same outputs as they come with a workspace: of another type there. */
export function workspaceOutputs(workspace: HcpWorkspace) {
  return outputResources(workspace).map(({ id, attributes }) => ({
    id,
    type: 'workspace-outputs',
    attributes: {
      name: attributes.name,
      sensitive: attributes.sensitive,
      'output-type': attributes.type,
      value: attributes.value,
    },
  }));
}

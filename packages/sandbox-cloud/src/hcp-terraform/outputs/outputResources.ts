import type { HcpWorkspace } from '../HcpState';

/** What the current state of a workspace gives out. */
export function outputResources(workspace: HcpWorkspace) {
  return Object.entries(workspace.outputs).map(([name, value]) => ({
    id: `wsout-${workspace.id.slice(3)}${name.replaceAll('_', '')}`,
    type: 'state-version-outputs',
    attributes: {
      name,
      sensitive: false,
      ...typed(value),
    },
  }));
}

/** Lists are kept as JSON. */
function typed(value: string) {
  return value.startsWith('[')
    ? {
        type: 'array',
        value: JSON.parse(value) as string[],
        'detailed-type': ['tuple', []],
      }
    : { type: 'string', value, 'detailed-type': 'string' };
}

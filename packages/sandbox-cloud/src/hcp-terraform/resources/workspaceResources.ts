import type { HcpWorkspace } from '../HcpState';
import { iso } from '../json-api';

/**
 * What is in the current state of a workspace: as many resources as it counts.
 *
 * @param known - the addresses that its runtime is known to have
 */
export function workspaceResources(
  { id, resourceCount, changedAt }: HcpWorkspace,
  known: readonly string[],
) {
  return Array.from({ length: resourceCount }, (_, index) => {
    const address =
      known[index] ??
      `module.baseline.aws_iam_role.access[${index - known.length}]`;
    const parts = address.replace(/\[.*$/, '').split('.');
    return {
      id: `wsr-${id.slice(3)}${index}`,
      type: 'resources',
      attributes: {
        address,
        name: parts.at(-1),
        'created-at': iso(changedAt),
        'updated-at': iso(changedAt),
        module:
          parts.slice(0, -2).join('.').replaceAll('module.', '') || 'root',
        // The first word of a type names its provider.
        provider: `hashicorp/${parts.at(-2)?.split('_')[0]}`,
        'provider-type': parts.at(-2),
        'modified-by-state-version-id': null,
        'name-index': /\[(.*)\]$/.exec(address)?.[1] ?? null,
      },
    };
  });
}

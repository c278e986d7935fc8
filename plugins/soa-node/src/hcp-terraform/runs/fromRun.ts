import type { HcpTerraformRunInput } from './HcpTerraformRunInput';

/** The body of a request that makes a run. */
export function fromRun(input: HcpTerraformRunInput) {
  const { workspaceId, configurationVersionId } = input;
  return {
    data: {
      type: 'runs',
      attributes: {
        message: input.message,
        ...(input.autoApply !== 'as-workspace' && { 'auto-apply': false }),
        'plan-only': input.planOnly,
        'is-destroy': input.isDestroy,
        'refresh-only': input.refreshOnly,
      },
      relationships: {
        workspace: { data: { type: 'workspaces', id: workspaceId } },
        ...(configurationVersionId && {
          'configuration-version': {
            data: {
              type: 'configuration-versions',
              id: configurationVersionId,
            },
          },
        }),
      },
    },
  };
}

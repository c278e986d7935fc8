import type {
  HcpTerraformWorkspace,
  HcpTerraformWorkspaceInput,
} from '@backstage-soa/plugin-soa-node';

/** What of a workspace has to be changed; empty if nothing. */
export function workspaceDifference(
  found: HcpTerraformWorkspace,
  wanted: HcpTerraformWorkspaceInput,
): Partial<HcpTerraformWorkspaceInput> {
  const difference: Partial<HcpTerraformWorkspaceInput> = {};
  if (wanted.projectId && found.project?.id !== wanted.projectId) {
    difference.projectId = wanted.projectId;
  }
  for (const key of [
    'description',
    'workingDirectory',
    'terraformVersion',
    'autoApply',
  ] as const) {
    if (wanted[key] !== undefined && (found[key] ?? '') !== wanted[key]) {
      Object.assign(difference, { [key]: wanted[key] });
    }
  }
  const tags = wanted.tagBindings ?? {};
  const differ = Object.entries(tags).some(
    ([key, value]) => found.tagBindings[key] !== value,
  );
  if (differ) {
    // Tags that others have given it stay; its project's come by themselves.
    const own = Object.entries(found.tagBindings).filter(
      ([key]) => !found.inheritedTags?.includes(key),
    );
    difference.tagBindings = { ...Object.fromEntries(own), ...tags };
  }
  return difference;
}

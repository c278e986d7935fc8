import type {
  HcpTerraformVcsRepo,
  HcpTerraformWorkspace,
  HcpTerraformWorkspaceInput,
} from '@backstage-soa/plugin-soa-node';

type Settings = Partial<HcpTerraformWorkspaceInput>;

const TEXTS = {
  description: 'description',
  workingDirectory: 'working directory',
  terraformVersion: 'Terraform version',
  executionMode: 'execution mode',
  agentPoolId: 'agent pool',
  autoDestroyActivityDuration: 'auto-destroy after inactivity',
} as const;

const FLAGS = {
  autoApply: 'auto-apply',
  queueAllRuns: 'runs of pushes',
  speculativeEnabled: 'speculative plans',
  globalRemoteState: 'state for everybody',
  assessmentsEnabled: 'drift detection',
  fileTriggersEnabled: 'file triggers',
} as const;

/** What of a workspace has to be changed, and that in words. */
export function settingsDifference(
  found: HcpTerraformWorkspace,
  wanted: HcpTerraformWorkspaceInput,
): { input: Settings; words: string[] } {
  const input: Settings = {};
  const words: string[] = [];
  const change = (part: Settings, what: string) => {
    Object.assign(input, part);
    words.push(what);
  };
  if (wanted.projectId && found.project?.id !== wanted.projectId) {
    change({ projectId: wanted.projectId }, 'project');
  }
  for (const [key, name] of entries(TEXTS)) {
    const value = wanted[key];
    const before = found[key] ?? '';
    if (value !== undefined && before !== value) {
      change(
        { [key]: value },
        key === 'description'
          ? name
          : `${name}: ${before || 'none'} → ${value}`,
      );
    }
  }
  for (const [key, name] of entries(FLAGS)) {
    // A host that does not give it does not know it.
    if (
      wanted[key] !== undefined &&
      found[key] !== undefined &&
      found[key] !== wanted[key]
    ) {
      change(
        { [key]: wanted[key] },
        `${name}: ${wanted[key] ? 'off → on' : 'on → off'}`,
      );
    }
  }
  if (
    wanted.autoDestroyAt &&
    Date.parse(found.autoDestroyAt ?? '') !== Date.parse(wanted.autoDestroyAt)
  ) {
    change(
      { autoDestroyAt: wanted.autoDestroyAt },
      `auto-destroy: ${found.autoDestroyAt ?? 'none'} → ${
        wanted.autoDestroyAt
      }`,
    );
  }
  if (wanted.vcsRepo && isOther(found.vcsRepo, wanted.vcsRepo)) {
    change(
      { vcsRepo: wanted.vcsRepo },
      `repository: ${found.vcsRepo?.identifier ?? 'none'} → ${
        wanted.vcsRepo.identifier
      }`,
    );
  }
  if (
    wanted.triggerPatterns &&
    sorted(found.triggerPatterns) !== sorted(wanted.triggerPatterns)
  ) {
    change({ triggerPatterns: wanted.triggerPatterns }, 'trigger patterns');
  }
  const tags = wanted.tagBindings ?? {};
  const differing = Object.entries(tags).filter(
    ([key, value]) => found.tagBindings[key] !== value,
  );
  if (differing.length > 0) {
    // Tags that others have given it stay; its project's come by themselves.
    const own = Object.entries(found.tagBindings).filter(
      ([key]) => !found.inheritedTags?.includes(key),
    );
    change(
      { tagBindings: { ...Object.fromEntries(own), ...tags } },
      `tags ${differing.map(([key]) => key).join(', ')}`,
    );
  }
  return { input, words };
}

function isOther(
  found: HcpTerraformVcsRepo | undefined,
  wanted: HcpTerraformVcsRepo,
): boolean {
  return (
    found?.identifier !== wanted.identifier ||
    (found.branch ?? '') !== (wanted.branch ?? '') ||
    (found.oauthTokenId ?? '') !== (wanted.oauthTokenId ?? '') ||
    (found.githubAppInstallationId ?? '') !==
      (wanted.githubAppInstallationId ?? '')
  );
}

function sorted(list: readonly string[] = []): string {
  return JSON.stringify([...list].sort());
}

function entries<T extends object>(object: T): Array<[keyof T, T[keyof T]]> {
  return Object.entries(object) as Array<[keyof T, T[keyof T]]>;
}

import type {
  WorkspaceRunAction,
  WorkspaceRunItem,
  WorkspaceRuns,
} from '@backstage-soa/plugin-soa-common';

/** What the viewer may do with a run now; a rollout applies its runs itself. */
export function permittedActions(
  { actions, isDestroy, rolloutId }: WorkspaceRunItem,
  may: WorkspaceRuns['may'],
): WorkspaceRunAction[] {
  return actions.filter(action =>
    action === 'apply'
      ? !rolloutId && (isDestroy ? may.destroy : may.apply)
      : may.apply,
  );
}

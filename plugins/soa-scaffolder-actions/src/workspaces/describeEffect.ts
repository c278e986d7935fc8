import type { EnsuredWorkspace } from './EnsuredWorkspace';

/** What ensuring a workspace did, in words. */
export function describeEffect(
  done: Pick<EnsuredWorkspace, 'effect' | 'changes'> | Error,
  isDryRun: boolean,
): string {
  if (done instanceof Error) {
    return `unknown. ${done.message}`;
  }
  const would = isDryRun ? 'would be ' : '';
  const changes =
    done.changes.length > 0 ? ` (${done.changes.join('; ')})` : '';
  switch (done.effect) {
    case 'nothing':
      return 'nothing to change';
    case 'create':
      return `${would}created${isDryRun ? changes : ''}`;
    default:
      return `${would}changed${changes}`;
  }
}

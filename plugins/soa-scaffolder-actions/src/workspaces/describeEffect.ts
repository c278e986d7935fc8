import type { EnsuredWorkspace } from './ensureWorkspace';

/** What ensuring a workspace did, in words. */
export function describeEffect(
  done: Pick<EnsuredWorkspace, 'effect' | 'changes'> | Error,
  isDryRun: boolean,
): string {
  if (done instanceof Error) {
    return `unknown. ${done.message}`;
  }
  const would = isDryRun ? 'would be ' : '';
  switch (done.effect) {
    case 'nothing':
      return 'nothing to change';
    case 'create':
      return `${would}created`;
    default:
      return `${would}changed (${done.changes.join(', ')})`;
  }
}

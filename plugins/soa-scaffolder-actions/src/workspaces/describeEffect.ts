import type { EnsuredWorkspace } from './EnsuredWorkspace';

/** What ensuring a workspace did, in words. */
export function describeEffect(
  done: Omit<EnsuredWorkspace, 'id'> | Error,
  isDryRun: boolean,
): string {
  if (done instanceof Error) {
    return `unknown. ${done.message}`;
  }
  const would = isDryRun ? 'would be ' : '';
  const changes =
    done.changes.length > 0 ? ` (${done.changes.join('; ')})` : '';
  const without = done.without ? `, without ${done.without.join(', ')}` : '';
  switch (done.effect) {
    case 'nothing':
      return `nothing to change${without}`;
    case 'create':
      return `${would}created${isDryRun ? changes : ''}${without}`;
    default:
      return `${would}changed${changes}${without}`;
  }
}

import type { RunReport } from './RunReport';

/** What was and was not done, for the error of a task. */
export function summarizeRuns(
  reports: readonly RunReport[],
  notStarted: readonly string[],
): string {
  const open = reports.filter(({ outcome }) => outcome !== 'succeeded');
  const done = reports.filter(({ outcome }) => outcome === 'succeeded');
  const total = reports.length + notStarted.length;
  const names = (list: readonly string[]) => list.join(', ');
  return [
    `${open.length + notStarted.length} of ${total} ${
      total === 1 ? 'workspace is' : 'workspaces are'
    } not done.`,
    ...open.map(({ workspace, error }) => `${workspace}: ${error}`),
    ...(notStarted.length > 0 ? [`Not started: ${names(notStarted)}.`] : []),
    ...(done.length > 0
      ? [`Done: ${names(done.map(({ workspace }) => workspace))}.`]
      : []),
    'Retry the task to go on with what is not done.',
  ].join(' ');
}

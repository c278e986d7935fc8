import type { DestroyReport } from './destroyWorkspace';

/**
 * What is left and what is gone, for the error of a task.
 *
 * @returns `undefined` if nothing is left
 */
export function whatIsLeft(
  reports: readonly DestroyReport[],
  notStarted: readonly string[],
): string | undefined {
  const left = reports.filter(report => !isGone(report));
  const accessLeft = reports.filter(({ access }) => access === 'left');
  if (notStarted.length + left.length + accessLeft.length === 0) {
    return undefined;
  }
  // What was only not to be found may be there still where its access is left.
  const gone = reports
    .filter(
      ({ outcome, access }) =>
        outcome === 'deleted' || (outcome === 'gone' && access !== 'left'),
    )
    .map(({ workspace }) => workspace);
  return [
    'Not all of it is gone.',
    ...left.map(({ workspace, error }) => `Left: ${workspace}: ${error}`),
    ...accessLeft.map(
      ({ workspace, error }) =>
        `Left: the deploy access of ${workspace}: ${error}`,
    ),
    ...(notStarted.length > 0
      ? [`Not touched: ${notStarted.join(', ')}.`]
      : []),
    ...(gone.length > 0 ? [`Gone: ${gone.join(', ')}.`] : []),
    'Retry the task to go on with what is left.',
  ].join(' ');
}

function isGone({ outcome }: DestroyReport): boolean {
  return outcome === 'deleted' || outcome === 'gone';
}

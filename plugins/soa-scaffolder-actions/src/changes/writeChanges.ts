import { writeFileTree } from '../files';
import type { Change } from './Change';

/**
 * Writes what files become into a task's folder, for the step that publishes.
 *
 * @returns the paths of the files that go
 */
export async function writeChanges(
  directory: string,
  changes: readonly Change[],
): Promise<string[]> {
  await writeFileTree(
    directory,
    Object.fromEntries(
      changes.flatMap(({ path, after }) =>
        after === undefined ? [] : [[path, after]],
      ),
    ),
  );
  return changes
    .filter(({ after }) => after === undefined)
    .map(({ path }) => path);
}

/**
 * Where in an action's input something is: `stages, entry 1, regions`.
 *
 * @param path - keys of objects, and indexes of lists
 */
export function inputInWords(path: ReadonlyArray<string | number>): string {
  return path.length === 0
    ? 'input'
    : path
        .map(part => (typeof part === 'number' ? `entry ${part + 1}` : part))
        .join(', ');
}

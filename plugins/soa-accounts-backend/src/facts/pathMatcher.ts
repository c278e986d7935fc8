const SPECIAL = /[\\^$.*+?()[\]{}|/]/g;

/**
 * Whether an organizational unit is the one of a path, or below it. `*` stands for
 * any piece of a name, and never for the names of two units.
 */
export function pathMatcher(pattern: string): (path: string) => boolean {
  const names = pattern
    .split('*')
    .map(piece => piece.replace(SPECIAL, '\\$&'))
    .join('[^/]*');
  const matcher = new RegExp(`^${names}(/|$)`);
  return path => matcher.test(path);
}

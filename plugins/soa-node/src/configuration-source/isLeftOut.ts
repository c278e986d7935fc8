const FOLDERS = ['.git', '.terraform'];
const STATE = /\.tfstate(\..*)?$/;

/**
 * Whether a file is no part of a configuration: what Terraform and git keep for
 * themselves, and states, which are full of secrets.
 *
 * @param path - with `/`
 * @public
 */
export function isLeftOut(path: string): boolean {
  const parts = path.split('/');
  return (
    parts.some(part => FOLDERS.includes(part)) ||
    STATE.test(parts[parts.length - 1])
  );
}

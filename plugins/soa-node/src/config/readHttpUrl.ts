import { InputError } from '@backstage/errors';

/**
 * A URL of a server, without a slash at its end.
 *
 * @param key - where the configuration has it
 * @throws InputError that names the key; it does not repeat a password
 */
export function readHttpUrl(
  value: string,
  key: string,
  example: string,
): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  // Also where it is no URL, or one of another kind: it would be repeated.
  if (value.includes('@')) {
    throw new InputError(
      `${key} holds a user name or password: write a URL without them, such as ${example}`,
    );
  }
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
    throw new InputError(
      `${key} is "${value}": write a URL such as ${example}`,
    );
  }
  return url.href.replace(/\/+$/, '');
}

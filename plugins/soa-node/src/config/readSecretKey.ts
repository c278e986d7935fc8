import { InputError } from '@backstage/errors';

const SHORTEST = 32;

/**
 * A secret that other secrets are derived from. A file that holds it may end
 * with a newline.
 *
 * @param key - where the configuration has it
 * @throws InputError that names the key, and does not repeat the value
 * @public
 */
export function readSecretKey(value: string, key: string): string {
  const secret = value.trim();
  if (secret.length < SHORTEST) {
    throw new InputError(
      `${key} is too short to be a secret: write at least ${SHORTEST} random characters, such as "openssl rand -hex 32" gives`,
    );
  }
  return secret;
}

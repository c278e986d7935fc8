import { InputError } from '@backstage/errors';

const LONGEST = 64;

/**
 * The e-mail address of an account: the pattern with the account's name, or
 * another one that the pattern allows.
 *
 * @param pattern - with `{name}`
 * @throws InputError for an address that does not follow the pattern
 */
export function accountEmail(
  pattern: string,
  { name, email }: { name: string; email?: string },
): string {
  const address = email ?? pattern.replace('{name}', () => name);
  const [before, after] = pattern.split('{name}');
  const middle = address.slice(before.length, -after.length || undefined);
  const follows =
    address.startsWith(before) &&
    address.endsWith(after) &&
    /^[a-z0-9]+([._-][a-z0-9]+)*$/.test(middle);
  if (!follows) {
    throw new InputError(
      `email: "${address}" does not follow ${pattern}, with lower-case letters, digits, dots and hyphens for {name}: leave it out to have it follow from the name`,
    );
  }
  if (address.length > LONGEST) {
    throw new InputError(
      `name: the e-mail address ${address} has ${address.length} characters, and AWS takes ${LONGEST}: choose a shorter name`,
    );
  }
  return address;
}

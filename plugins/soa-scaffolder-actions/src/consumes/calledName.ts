import { parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/**
 * The name under which a service's code finds another one: that of its component,
 * in letters that an environment variable can be made of.
 */
export function calledName(componentRef: string): string {
  const name = parseEntityRef(componentRef)
    .name.toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (!/^[a-z]/.test(name)) {
    throw new InputError(
      `consumes: no environment variable can be named after ${componentRef}, since its name begins with a digit: give the component another name`,
    );
  }
  return name;
}

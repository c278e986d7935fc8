import type { ApiResource } from './documents';

/** An attribute that is a text; anything else counts as absent. */
export function text(resource: ApiResource, name: string): string | undefined {
  const value = resource.attributes[name];
  return typeof value === 'string' ? value : undefined;
}

/** An attribute that is true or false; anything else counts as absent. */
export function flag(resource: ApiResource, name: string): boolean | undefined {
  const value = resource.attributes[name];
  return typeof value === 'boolean' ? value : undefined;
}

/** An attribute that is a number; anything else counts as absent. */
export function count(resource: ApiResource, name: string): number | undefined {
  const value = resource.attributes[name];
  return typeof value === 'number' ? value : undefined;
}

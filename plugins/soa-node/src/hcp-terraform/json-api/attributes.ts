import type { ApiResource } from './documents';

/** An attribute that is a text; anything else counts as absent. */
export function text(resource: ApiResource, name: string): string | undefined {
  const value = resource.attributes[name];
  return typeof value === 'string' ? value : undefined;
}

/** An attribute that is a list of texts; anything else counts as absent. */
export function texts(
  resource: ApiResource,
  name: string,
): string[] | undefined {
  const value = resource.attributes[name];
  return Array.isArray(value) && value.every(one => typeof one === 'string')
    ? value
    : undefined;
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

/** What an attribute has below it, to be read like a resource of its own. */
export function nested(
  resource: ApiResource,
  name: string,
): ApiResource | undefined {
  const value = resource.attributes[name];
  return value && typeof value === 'object' && !Array.isArray(value)
    ? { ...resource, attributes: { ...value }, relationships: {} }
    : undefined;
}

import type { ApiResource } from './documents';

/** Finds resources that came with others. */
export class Included {
  readonly #resources: Map<string, ApiResource>;

  constructor(resources: readonly ApiResource[]) {
    this.#resources = new Map(
      resources.map(resource => [`${resource.type}/${resource.id}`, resource]),
    );
  }

  find(type: string, id: string | undefined): ApiResource | undefined {
    return id === undefined ? undefined : this.#resources.get(`${type}/${id}`);
  }
}

import { ResponseError } from '@backstage/errors';
import type { FetchApi } from '@backstage/core-plugin-api';

/** Parameters of a query; what is undefined is left out. */
export type QueryParameters = Readonly<
  Record<string, string | number | boolean | readonly string[] | undefined>
>;

/**
 * Talks to the backend of a plugin.
 *
 * @public
 */
export class PluginRequests {
  constructor(
    private readonly fetchApi: FetchApi,
    private readonly pluginId: string,
  ) {}

  /** @throws ResponseError for an answer other than 2xx */
  get<T>(
    path: string,
    query: QueryParameters = {},
    signal?: AbortSignal,
  ): Promise<T> {
    return this.#send(withQuery(path, query), { signal });
  }

  /** @throws ResponseError for an answer other than 2xx */
  delete<T>(
    path: string,
    query: QueryParameters = {},
    signal?: AbortSignal,
  ): Promise<T> {
    return this.#send(withQuery(path, query), { method: 'DELETE', signal });
  }

  /** @throws ResponseError for an answer other than 2xx */
  post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
    return this.#send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    });
  }

  async #send<T>(path: string, init: RequestInit): Promise<T> {
    const response = await this.fetchApi.fetch(
      `plugin://${this.pluginId}${path}`,
      init,
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}

function withQuery(path: string, query: QueryParameters): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '' && String(value) !== '') {
      search.set(key, String(value));
    }
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

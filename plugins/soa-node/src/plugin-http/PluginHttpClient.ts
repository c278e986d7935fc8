import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError, ServiceUnavailableError } from '@backstage/errors';

const TIMEOUT_MS = 60_000;

type Query = Readonly<Record<string, string | number | undefined>>;

interface PluginRequestOptions {
  credentials: BackstageCredentials;
  signal?: AbortSignal;
}

/** Talks to one of our own backends on somebody's behalf. */
export class PluginHttpClient {
  constructor(
    private readonly options: {
      auth: AuthService;
      discovery: DiscoveryService;
      pluginId: string;
    },
  ) {}

  /**
   * @throws ResponseError for an answer other than 2xx
   * @throws ServiceUnavailableError if there is no answer
   */
  get<T>(
    path: string,
    query: Query,
    options: PluginRequestOptions,
  ): Promise<T> {
    return this.#send(withQuery(path, query), {}, options);
  }

  /**
   * @throws ResponseError for an answer other than 2xx
   * @throws ServiceUnavailableError if there is no answer
   */
  delete<T>(
    path: string,
    query: Query,
    options: PluginRequestOptions,
  ): Promise<T> {
    return this.#send(withQuery(path, query), { method: 'DELETE' }, options);
  }

  /**
   * @throws ResponseError for an answer other than 2xx
   * @throws ServiceUnavailableError if there is no answer
   */
  post<T>(
    path: string,
    body: unknown,
    options: PluginRequestOptions,
  ): Promise<T> {
    return this.#send(
      path,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      },
      options,
    );
  }

  async #send<T>(
    path: string,
    init: { method?: string; headers?: Record<string, string>; body?: string },
    { credentials, signal }: PluginRequestOptions,
  ): Promise<T> {
    const { auth, discovery, pluginId } = this.options;
    const [baseUrl, { token }] = await Promise.all([
      discovery.getBaseUrl(pluginId),
      auth.getPluginRequestToken({
        onBehalfOf: credentials,
        targetPluginId: pluginId,
      }),
    ]);
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(baseUrl + path, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${token}` },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    }).catch(error => {
      signal?.throwIfAborted();
      throw new ServiceUnavailableError(
        `The backend of ${pluginId} does not answer: check that it runs, then try again`,
        error,
      );
    });
    if (!response.ok) {
      throw await refusal(response);
    }
    return response.json() as Promise<T>;
  }
}

function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined) {
      search.set(key, String(value));
    }
  }
  return search.size ? `${path}?${search}` : path;
}

/** What the backend says itself, and not only that it says no. */
async function refusal(response: Response): Promise<Error> {
  const error = await ResponseError.fromResponse(response);
  error.message = error.cause?.message || error.message;
  return error;
}

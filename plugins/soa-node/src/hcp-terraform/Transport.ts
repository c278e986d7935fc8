import { HcpTerraformError } from './HcpTerraformError';
import { RateLimiter, systemClock } from './RateLimiter';
import type { Clock } from './RateLimiter';
import { readErrorDetail } from './readErrorDetail';

const JSON_API = 'application/vnd.api+json';
const ATTEMPTS = 6;
const TIMEOUT_MS = 30_000;
const LONGEST_WAIT_MS = 60_000;

interface TransportRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below `/api/v2`, or a whole URL for uploads. */
  path: string;
  body?: unknown;
  signal?: AbortSignal;
  /** Sending it twice does what sending it once does. */
  repeatable?: boolean;
}

/**
 * Sends requests to one host with one token, not faster than HCP Terraform
 * allows, and again where that is harmless.
 */
export class Transport {
  // The API allows 30 a second for a user, whatever the token: this leaves some
  // to others.
  readonly #requests: RateLimiter;
  readonly #runLists: RateLimiter;

  constructor(
    private readonly options: {
      organization: string;
      baseUrl: string;
      token: string;
      fetch?: typeof fetch;
      clock?: Clock;
    },
  ) {
    this.#requests = new RateLimiter(25, 1_000, this.#clock);
    this.#runLists = new RateLimiter(28, 60_000, this.#clock);
  }

  get #clock(): Clock {
    return this.options.clock ?? systemClock;
  }

  /** @returns the parsed body, or `undefined` for 404, 403 and 204 of a GET */
  async read(path: string, signal?: AbortSignal): Promise<unknown> {
    try {
      return await this.send({ method: 'GET', path, signal });
    } catch (error) {
      if (
        error instanceof HcpTerraformError &&
        error.kind === 'not-found-or-not-allowed'
      ) {
        return undefined;
      }
      throw error;
    }
  }

  async send(request: TransportRequest): Promise<unknown> {
    const repeatable = request.repeatable ?? request.method === 'GET';
    for (let attempt = 1; ; attempt += 1) {
      const last = attempt === ATTEMPTS;
      const answer = await this.#attempt(request);
      if (answer instanceof Response) {
        if (answer.ok) {
          return this.#parse(answer);
        }
        const error = await this.#refused(answer, request);
        const again =
          answer.status === 429 || (answer.status >= 500 && repeatable);
        if (last || !again) {
          throw error;
        }
        await this.#clock.sleep(waitAfter(answer, attempt), request.signal);
      } else {
        if (last || !repeatable) {
          throw answer;
        }
        await this.#clock.sleep(backOff(attempt), request.signal);
      }
    }
  }

  /** Sends bytes to a URL that carries its own permission. */
  async upload(
    url: string,
    body: Uint8Array,
    signal?: AbortSignal,
  ): Promise<void> {
    const answer = await this.#fetch(url, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: Buffer.from(body),
      signal: withTimeout(signal, TIMEOUT_MS * 4),
    }).catch(error => {
      signal?.throwIfAborted();
      throw this.#unanswered(error);
    });
    if (!answer.ok) {
      throw new HcpTerraformError(
        answer.status >= 500 || answer.status === 429
          ? 'unavailable'
          : 'invalid',
        `HCP Terraform refused the upload of the configuration (${answer.status})`,
        answer.status,
      );
    }
    await answer.body?.cancel();
  }

  get #fetch(): typeof fetch {
    return this.options.fetch ?? fetch;
  }

  async #attempt(
    request: TransportRequest,
  ): Promise<Response | HcpTerraformError> {
    const { method, path, body, signal } = request;
    if (/\/runs(\?|$)/.test(path) && method === 'GET') {
      await this.#runLists.wait(signal);
    }
    await this.#requests.wait(signal);
    try {
      return await this.#fetch(`${this.options.baseUrl}/api/v2${path}`, {
        method,
        headers: {
          accept: JSON_API,
          authorization: `Bearer ${this.options.token}`,
          'user-agent': 'backstage-soa',
          // Without it the API answers 415, also where there is no body.
          ...(method !== 'GET' && { 'content-type': JSON_API }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: withTimeout(signal, TIMEOUT_MS),
      });
    } catch (error) {
      signal?.throwIfAborted();
      return this.#unanswered(error);
    }
  }

  async #parse(answer: Response): Promise<unknown> {
    if (answer.status === 204) {
      return undefined;
    }
    const text = await answer.text();
    if (text === '') {
      return undefined;
    }
    try {
      return JSON.parse(text);
    } catch {
      throw new HcpTerraformError(
        'unavailable',
        `${
          this.#host
        } answered something other than JSON: check soa.hcpTerraform[].baseUrl`,
        answer.status,
      );
    }
  }

  async #refused(
    answer: Response,
    { method, path }: TransportRequest,
  ): Promise<HcpTerraformError> {
    const detail = await readErrorDetail(answer);
    const what = `${method} ${path.split('?')[0]}`;
    const { organization } = this.options;
    const { status } = answer;
    if (status === 401) {
      return new HcpTerraformError(
        'bad-token',
        `${
          this.#host
        } does not accept the token of organization "${organization}": put a valid one into soa.hcpTerraform`,
        status,
      );
    }
    if (status === 404 || status === 403) {
      return new HcpTerraformError(
        'not-found-or-not-allowed',
        `${what}: not found in organization "${organization}", or its token is not allowed to see it`,
        status,
      );
    }
    if (status === 409 || (status === 422 && /taken/i.test(detail))) {
      return new HcpTerraformError('conflict', `${what}: ${detail}`, status);
    }
    if (status === 429 || status >= 500) {
      return new HcpTerraformError(
        'unavailable',
        `${this.#host} is not available now (${status}): ${what}`,
        status,
      );
    }
    return new HcpTerraformError('invalid', `${what}: ${detail}`, status);
  }

  #unanswered(error: unknown): HcpTerraformError {
    return new HcpTerraformError(
      'unavailable',
      `${
        this.#host
      } does not answer: try again later, or check soa.hcpTerraform[].baseUrl`,
      undefined,
      error instanceof Error ? error : undefined,
    );
  }

  get #host(): string {
    return new URL(this.options.baseUrl).host;
  }
}

function withTimeout(signal: AbortSignal | undefined, milliseconds: number) {
  const timeout = AbortSignal.timeout(milliseconds);
  return signal ? AbortSignal.any([signal, timeout]) : timeout;
}

/** Milliseconds; the API says when its limit ends in seconds, with a fraction. */
function waitAfter(answer: Response, attempt: number): number {
  const reset = Number(answer.headers.get('x-ratelimit-reset') ?? Number.NaN);
  return answer.status === 429 && Number.isFinite(reset)
    ? Math.min(Math.ceil(reset * 1_000) + 10, LONGEST_WAIT_MS)
    : backOff(attempt);
}

function backOff(attempt: number): number {
  return Math.min(500 * 2 ** (attempt - 1), 10_000);
}

import { systemClock } from '../clock';
import type { Clock } from '../clock';
import { HcpTerraformError } from '../HcpTerraformError';
import { exchange } from './exchange';
import type { HttpAnswer, HttpRequest } from './exchange';
import type { RateLimiter } from './RateLimiter';
import { Refusals } from './Refusals';
import { RequestLimits } from './RequestLimits';
import { backOff, waitForReset } from './retryWait';

const JSON_API = 'application/vnd.api+json';
const ATTEMPTS = 6;
const TIMEOUT_MS = 30_000;
const UPLOAD_TIMEOUT_MS = 120_000;

/** A request to the API v2. */
export interface ApiRequest {
  method: 'GET' | 'POST' | 'PATCH';
  /** Below `/api/v2`, with its query. */
  path: string;
  body?: unknown;
  /** Lists of runs have a limit of their own. */
  listsRuns?: boolean;
  signal?: AbortSignal;
}

/** Where a transport sends requests, and as whom. */
export interface TransportOptions {
  organization: string;
  baseUrl: string;
  token: string;
  /** Where the configuration has it: `soa.hcpTerraform[0]`. */
  configKey: string;
  /** Shared by all that use the same token on the same host. */
  limits?: RequestLimits;
  fetch?: typeof fetch;
  clock?: Clock;
}

/**
 * Sends requests to one host with one token, not faster than HCP Terraform
 * allows, and again where that is harmless.
 */
export class Transport {
  readonly refusals: Refusals;
  readonly #limits: RequestLimits;
  readonly #clock: Clock;

  constructor(private readonly options: TransportOptions) {
    this.#clock = options.clock ?? systemClock;
    this.#limits = options.limits ?? new RequestLimits(this.#clock);
    this.refusals = new Refusals(options);
  }

  /** @returns the parsed body; `undefined` if there is none */
  async send(request: ApiRequest): Promise<unknown> {
    const { method, path, body, signal } = request;
    const what = describe(request);
    const { status, text } = await this.#deliver(
      {
        method,
        url: `${this.options.baseUrl}/api/v2${path}`,
        headers: {
          accept: JSON_API,
          authorization: `Bearer ${this.options.token}`,
          'user-agent': 'backstage-soa',
          // Without it the API answers 415, also where there is no body.
          ...(method !== 'GET' && { 'content-type': JSON_API }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        // Following would turn a POST into a GET, or write somewhere that
        // nobody has configured. Another origin never gets the token.
        redirect: method === 'GET' ? 'follow' : 'manual',
        timeoutMs: TIMEOUT_MS,
      },
      {
        signal,
        refusal: answer => this.refusals.refused(answer, what),
        limiters: request.listsRuns
          ? [this.#limits.runLists, this.#limits.requests]
          : [this.#limits.requests],
        // Another POST can do it twice; another PATCH says the same again.
        repeatable: method !== 'POST',
      },
    );
    if (text === '') {
      return undefined;
    }
    try {
      return JSON.parse(text);
    } catch {
      throw this.refusals.notUnderstood(what, status);
    }
  }

  /** Sends bytes to a URL that carries its own permission, so without a token. */
  async upload(
    url: string,
    body: Uint8Array,
    signal?: AbortSignal,
  ): Promise<void> {
    await this.#deliver(
      {
        method: 'PUT',
        url,
        headers: { 'content-type': 'application/octet-stream' },
        body,
        redirect: 'follow',
        timeoutMs: UPLOAD_TIMEOUT_MS,
      },
      {
        signal,
        refusal: answer => this.refusals.uploadRefused(answer),
        limiters: [],
        repeatable: true,
      },
    );
  }

  /** Reads what is behind a URL that carries its own permission, so without a token. */
  async download(url: string, signal?: AbortSignal): Promise<string> {
    const { text } = await this.#deliver(
      {
        method: 'GET',
        url,
        headers: {},
        redirect: 'follow',
        timeoutMs: TIMEOUT_MS,
      },
      {
        signal,
        refusal: answer => this.refusals.downloadRefused(answer),
        limiters: [],
        repeatable: true,
      },
    );
    return text;
  }

  async #deliver(
    request: HttpRequest,
    options: {
      refusal: (answer: HttpAnswer) => HcpTerraformError;
      limiters: RateLimiter[];
      repeatable: boolean;
      signal?: AbortSignal;
    },
  ): Promise<HttpAnswer> {
    const { refusal, limiters, repeatable, signal } = options;
    for (let attempt = 1; ; attempt += 1) {
      for (const limiter of limiters) {
        await limiter.wait(signal);
      }
      const answer = await this.#exchange(request, signal);
      const isError = answer instanceof HcpTerraformError;
      if (!isError && answer.status >= 200 && answer.status < 300) {
        return answer;
      }
      const error = isError ? answer : refusal(answer);
      const refusedForItsRate = error.status === 429;
      const again =
        error.kind === 'unavailable' && (refusedForItsRate || repeatable);
      if (attempt === ATTEMPTS || !again) {
        throw error;
      }
      if (refusedForItsRate && !isError && limiters.length > 0) {
        // Whoever else is in line would be refused as well.
        limiters[0].pause(waitForReset(answer.headers, attempt));
      } else {
        await this.#clock.sleep(backOff(attempt), signal);
      }
    }
  }

  async #exchange(
    request: HttpRequest,
    signal?: AbortSignal,
  ): Promise<HttpAnswer | HcpTerraformError> {
    try {
      return await exchange(request, {
        fetch: this.options.fetch ?? fetch,
        clock: this.#clock,
        signal,
      });
    } catch (error) {
      signal?.throwIfAborted();
      return this.refusals.unanswered(error);
    }
  }
}

/** A request in the words of its errors: queries are for machines. */
export function describe({ method, path }: ApiRequest): string {
  return `${method} ${path.split('?')[0]}`;
}

import type { Clock } from '../clock';

/** A request as it goes over the wire. */
export interface HttpRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string | Uint8Array;
  redirect: 'follow' | 'manual';
  timeoutMs: number;
}

/** An answer, read to its end. */
export interface HttpAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** Where it came from in the end. */
  url: string;
}

/**
 * Sends a request once.
 *
 * @throws the signal's reason if it is aborted, and whatever the network throws
 */
export async function exchange(
  { url, timeoutMs, body, ...request }: HttpRequest,
  options: { fetch: typeof fetch; clock: Clock; signal?: AbortSignal },
): Promise<HttpAnswer> {
  const { clock, signal } = options;
  const timeout = clock.timeout(timeoutMs);
  try {
    const answer = await options.fetch(url, {
      ...request,
      body: typeof body === 'string' ? body : body && Buffer.from(body),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    return {
      status: answer.status,
      headers: answer.headers,
      text: await answer.text(),
      url: answer.url,
    };
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}

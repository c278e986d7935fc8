import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraformClient,
  HcpTerraformErrorKind,
} from '@backstage-soa/plugin-soa-node';

type Method = keyof HcpTerraformClient;

/** Calls of a client that are recorded, and that can be made to go wrong. */
export class FaultyCalls {
  /** What was called, writes and reads. */
  calls: string[] = [];
  readonly #faults: Array<{
    method: Method;
    error: Error;
    when: 'before' | 'after';
  }> = [];
  readonly #during: Array<{ method: Method; act: () => void }> = [];

  /** Has the next call of a method fail, before or after it has done its work. */
  fail(
    method: Method,
    kind: HcpTerraformErrorKind,
    options: {
      when?: 'before' | 'after';
      status?: number;
      times?: number;
    } = {},
  ): this {
    const { when = 'before', status, times = 1 } = options;
    for (let time = 0; time < times; time += 1) {
      this.#faults.push({
        method,
        error: new HcpTerraformError(kind, `${method}: ${kind}`, status),
        when,
      });
    }
    return this;
  }

  /** Has something happen just before the next call of a method does its work. */
  before(method: Method, act: () => void): this {
    this.#during.push({ method, act });
    return this;
  }

  /** How often something was called. */
  count(method: Method): number {
    return this.calls.filter(call => call.split(' ')[0] === method).length;
  }

  protected async call<T>(
    method: Method,
    what: string,
    options: { signal?: AbortSignal } | undefined,
    work: () => T,
  ): Promise<T> {
    options?.signal?.throwIfAborted();
    this.calls.push(`${method} ${what}`);
    takeFirst(this.#during, method)?.act();
    const fault = takeFirst(this.#faults, method);
    if (fault?.when === 'before') {
      throw fault.error;
    }
    const result = structuredClone(work());
    if (fault) {
      throw fault.error;
    }
    return result;
  }
}

function takeFirst<T extends { method: Method }>(
  list: T[],
  method: Method,
): T | undefined {
  const index = list.findIndex(one => one.method === method);
  return index < 0 ? undefined : list.splice(index, 1)[0];
}

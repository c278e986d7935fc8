import type { HcpTerraformClient } from '@backstage-soa/plugin-soa-node';
import type { Exchange, RecordingProxy } from './RecordingProxy';

/** Which requests each method of a client makes, if one is called at a time. */
export class CallLog {
  readonly #calls: Array<{ method: string; from: number }> = [];

  constructor(private readonly proxy: RecordingProxy) {}

  /** The client, overheard. */
  of(client: HcpTerraformClient): HcpTerraformClient {
    return new Proxy(client, {
      get: (target, method: keyof HcpTerraformClient) => {
        const member = target[method];
        if (typeof member !== 'function') {
          return member;
        }
        return (...args: unknown[]) => {
          const from = this.proxy.exchanges.length;
          this.#calls.push({ method, from });
          return Reflect.apply(member, target, args);
        };
      },
    });
  }

  exchangesOf(method: string): Exchange[] {
    return this.#calls.flatMap((call, index) =>
      call.method === method
        ? this.proxy.exchanges.slice(call.from, this.#calls[index + 1]?.from)
        : [],
    );
  }
}

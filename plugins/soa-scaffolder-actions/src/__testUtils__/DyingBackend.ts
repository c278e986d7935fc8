import type {
  HcpTerraform,
  HcpTerraformClient,
} from '@backstage-soa/plugin-soa-node';

const KILLED = 'SIGKILL';

/** What changes something at HCP Terraform. */
const WRITES: ReadonlySet<keyof HcpTerraformClient> = new Set([
  'createConfigurationVersion',
  'uploadConfiguration',
  'createRun',
  'applyRun',
  'discardRun',
  'cancelRun',
  'safeDeleteWorkspace',
] as const);

/**
 * The backend of a task that ends right after one of its writes or checkpoints,
 * and does nothing more from then on.
 */
export class DyingBackend {
  #left: number;
  #isDead = false;
  readonly checkpoints: Map<string, unknown>;

  /**
   * @param after - after how many writes and checkpoints
   * @param kept - gets the checkpoints, which outlive the backend
   */
  constructor(after: number, private readonly kept: Map<string, unknown>) {
    this.#left = after;
    this.checkpoints = {
      has: (key: string) => this.#whileAlive(() => this.kept.has(key)),
      get: (key: string) => this.#whileAlive(() => this.kept.get(key)),
      set: (key: string, value: unknown) => {
        this.#whileAlive(() => this.kept.set(key, value));
        this.#live();
      },
    } as unknown as Map<string, unknown>;
  }

  /** HCP Terraform, as this backend reaches it. */
  reach(hcpTerraform: HcpTerraform): HcpTerraform {
    return {
      organizations: () => hcpTerraform.organizations(),
      client: organization =>
        new Proxy(hcpTerraform.client(organization), {
          get: (client, name: keyof HcpTerraformClient) => {
            const member: unknown = client[name];
            return typeof member === 'function' && !/Url$/.test(name)
              ? async (...args: unknown[]) =>
                  WRITES.has(name)
                    ? this.write(() => member(...args))
                    : this.#whileAlive(() => member(...args))
              : member;
          },
        }),
    };
  }

  /** Changes something, somewhere. */
  async write<T>(act: () => Promise<T>): Promise<T> {
    const answer = await this.#whileAlive(act);
    this.#live();
    return answer;
  }

  #whileAlive<T>(act: () => T): T {
    if (this.#isDead) {
      throw new Error(KILLED);
    }
    return act();
  }

  #live(): void {
    this.#left -= 1;
    if (this.#left === 0) {
      this.#isDead = true;
      throw new Error(KILLED);
    }
  }
}

import { ServiceUnavailableError } from '@backstage/errors';
import { RecentlyUsed } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraform,
  HcpTerraformRun,
} from '@backstage-soa/plugin-soa-node';
import type { Workspace } from '@backstage-soa/plugin-soa-common';
import { asHttpError } from './asHttpError';

const WORKSPACES_AT_MOST = 500;

/** The newest runs of a workspace, and when they were read. */
export interface RunList {
  runs: HcpTerraformRun[];
  readAt: Date;
  /** A newer list could not be had. */
  isOld?: boolean;
}

interface Kept {
  last?: RunList;
  /** Something was done to the runs since. */
  isExpired?: boolean;
  reading?: Promise<RunList>;
}

/**
 * Lists of runs, each kept for a while and read once for all who ask meanwhile: HCP
 * Terraform allows a user 30 of them a minute, which rollouts need, too.
 */
export class RunLists {
  readonly #kept = new RecentlyUsed<Kept>(WORKSPACES_AT_MOST);
  readonly #maxAgeMs: number;
  readonly #patienceMs: number;

  constructor(
    private readonly options: {
      hcpTerraform: HcpTerraform;
      maxAgeMs?: number;
      /** How long somebody waits for one, in line included. */
      patienceMs?: number;
      now?: () => Date;
    },
  ) {
    this.#maxAgeMs = options.maxAgeMs ?? 15_000;
    this.#patienceMs = options.patienceMs ?? 10_000;
  }

  /**
   * @returns the last list where HCP Terraform gives no newer one
   * @throws ServiceUnavailableError if there is none
   */
  async get(workspace: Workspace): Promise<RunList> {
    const kept = this.#of(workspace.id);
    if (kept.last && !kept.isExpired && this.#age(kept.last) < this.#maxAgeMs) {
      return kept.last;
    }
    try {
      return await this.#read(kept, workspace);
    } catch (error) {
      if (kept.last) {
        return { ...kept.last, isOld: true };
      }
      throw error;
    }
  }

  /**
   * Reads it anew, for whoever builds on it.
   *
   * @throws ServiceUnavailableError
   */
  async getNow(workspace: Workspace): Promise<HcpTerraformRun[]> {
    this.forget(workspace.id);
    return (await this.#read(this.#of(workspace.id), workspace)).runs;
  }

  /** Has the next who asks read it; what is known serves where it cannot be read. */
  forget(workspaceId: string): void {
    const kept = this.#of(workspaceId);
    kept.isExpired = true;
    // What is being read was asked for before.
    kept.reading = undefined;
  }

  #of(workspaceId: string): Kept {
    return this.#kept.get(workspaceId, () => ({}));
  }

  #age({ readAt }: RunList): number {
    return this.#now().getTime() - readAt.getTime();
  }

  #read(kept: Kept, workspace: Workspace): Promise<RunList> {
    if (!kept.reading) {
      const reading = this.#list(workspace).then(runs => ({
        runs,
        readAt: this.#now(),
      }));
      kept.reading = reading;
      const end = (last?: RunList) => {
        if (kept.reading === reading) {
          kept.reading = undefined;
          Object.assign(kept, last && { last, isExpired: false });
        }
      };
      reading.then(end, () => end());
    }
    return kept.reading;
  }

  async #list({ id, organization }: Workspace): Promise<HcpTerraformRun[]> {
    const signal = AbortSignal.timeout(this.#patienceMs);
    try {
      const client = this.options.hcpTerraform.client(organization);
      return await client.listRuns(id, { signal });
    } catch (error) {
      if (signal.aborted) {
        throw new ServiceUnavailableError(
          `HCP Terraform gave no list of runs within ${Math.round(
            this.#patienceMs / 1000,
          )} seconds: it allows the portal's user 30 lists a minute, which may be used up. Try again in a minute`,
        );
      }
      throw asHttpError(error);
    }
  }

  #now(): Date {
    return (this.options.now ?? (() => new Date()))();
  }
}

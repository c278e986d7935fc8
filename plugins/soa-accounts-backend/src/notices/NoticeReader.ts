import type { LoggerService } from '@backstage/backend-plugin-api';
import { readNotification, RecentlyUsed } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraform,
  HcpTerraformNotice,
} from '@backstage-soa/plugin-soa-node';
import { workspaceSource } from '../inventory';
import type { InventoryStore } from '../store';
import { readWorkspace } from '../workspaces';

/** So many notices are remembered, so that the same one reads nothing again. */
const REMEMBERED = 5_000;

type Told = NonNullable<HcpTerraformNotice['workspace']>;

/**
 * Reads a workspace again as soon as HCP Terraform tells that something of it is
 * new. What it tells is not believed further than that.
 */
export class NoticeReader {
  readonly #seen = new RecentlyUsed<{ isNew: boolean }>(REMEMBERED);
  /** Those that are read now, and whether something has come up since. */
  readonly #reading = new Map<string, { again: boolean }>();

  constructor(
    private readonly options: {
      hcpTerraform: HcpTerraform;
      store: InventoryStore;
      logger: Pick<LoggerService, 'warn'>;
      isStopping: () => boolean;
    },
  ) {}

  async take(body: unknown): Promise<void> {
    const notice = readNotification(body);
    const { workspace } = notice ?? {};
    if (!notice || !workspace?.name || !this.#isNew(notice.identity)) {
      return;
    }
    const { hcpTerraform } = this.options;
    if (hcpTerraform.organizations().includes(workspace.organization)) {
      await this.#read({ ...workspace, name: workspace.name });
    }
  }

  #isNew(identity: string): boolean {
    const seen = this.#seen.get(identity, () => ({ isNew: true }));
    const { isNew } = seen;
    seen.isNew = false;
    return isNew;
  }

  /** A run tells much in a short time: one read after the last of it will do. */
  async #read(workspace: Told & { name: string }): Promise<void> {
    const { logger, isStopping } = this.options;
    const running = this.#reading.get(workspace.id);
    if (running) {
      running.again = true;
      return;
    }
    const reading = { again: true };
    this.#reading.set(workspace.id, reading);
    try {
      while (reading.again && !isStopping()) {
        reading.again = false;
        await this.#readOnce(workspace);
      }
    } catch (error) {
      // It is read again with all others.
      logger.warn(
        `workspace ${workspace.name}: it could not be read when HCP Terraform told of it: ${error}`,
      );
    } finally {
      this.#reading.delete(workspace.id);
    }
  }

  async #readOnce({
    organization,
    id,
    name,
  }: Told & { name: string }): Promise<void> {
    const { hcpTerraform, store } = this.options;
    const reading = await readWorkspace({
      client: hcpTerraform.client(organization),
      id,
      name,
      known: await store.workspaceReading(id),
    });
    if (reading) {
      await store.saveWorkspaces(workspaceSource(organization), [reading]);
    }
  }
}

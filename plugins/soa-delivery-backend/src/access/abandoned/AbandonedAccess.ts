import type {
  AuditorService,
  AuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { HcpTerraform } from '@backstage-soa/plugin-soa-node';
import type { AccessEntry, AccessStore } from '../store';
import { componentsGone } from './componentsGone';
import { isWorkspaceGone } from './isWorkspaceGone';

// Longer than somebody takes to make a workspace once its access was asked for, or
// to put right what the portal's token may see.
const PATIENCE_MS = 24 * 3_600_000;

/**
 * Takes access away that nobody can give up any more: its component has gone from
 * the catalog, and its workspace from HCP Terraform. Both have to be seen, and again
 * a day later: what could not be read is no reason.
 */
export class AbandonedAccess {
  constructor(
    private readonly options: {
      store: AccessStore;
      hcpTerraform: HcpTerraform;
      catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
      auth: Pick<AuthService, 'getOwnServiceCredentials'>;
      auditor: Pick<AuditorService, 'createEvent'>;
      logger: Pick<LoggerService, 'info' | 'warn'>;
      /** Whether it is here that an account's deploy roles come from. */
      isManaged: (account: string) => boolean;
      now?: () => Date;
    },
  ) {}

  async run(signal?: AbortSignal): Promise<void> {
    const { store, hcpTerraform, isManaged } = this.options;
    const organizations = hcpTerraform.organizations();
    const entries = (await store.abandoned.listSettled()).filter(
      ({ organization, account }) =>
        organizations.includes(organization) && isManaged(account),
    );
    const gone = await componentsGone(
      entries.map(({ componentRef }) => componentRef),
      this.options,
    );
    for (const entry of entries) {
      signal?.throwIfAborted();
      await this.#see(entry, gone.has(entry.componentRef), signal);
    }
  }

  /** One that cannot be seen to does not hold up the others. */
  async #see(
    entry: AccessEntry,
    isComponentGone: boolean,
    signal?: AbortSignal,
  ): Promise<void> {
    const {
      store,
      hcpTerraform,
      logger,
      now = () => new Date(),
    } = this.options;
    const { organization, workspace, missingSince } = entry;
    try {
      const isGone =
        isComponentGone &&
        (await isWorkspaceGone(
          entry,
          hcpTerraform.client(organization),
          signal,
        ));
      if (!isGone) {
        if (missingSince) {
          await store.abandoned.noteMissing(entry, undefined);
        }
      } else if (!missingSince) {
        await store.abandoned.noteMissing(entry, now().toISOString());
      } else if (now().getTime() - Date.parse(missingSince) >= PATIENCE_MS) {
        await this.#takeAway(entry);
      }
    } catch (error) {
      signal?.throwIfAborted();
      logger.warn(
        `Whether the deploy access of ${organization}/${workspace} is abandoned could not be seen: ${error}`,
      );
    }
  }

  async #takeAway(entry: AccessEntry): Promise<void> {
    const { store, auditor, logger } = this.options;
    const { organization, account, componentRef, missingSince } = entry;
    const workspace = `${organization}/${entry.workspace}`;
    const event = await auditor.createEvent({
      eventId: 'access-abandoned',
      severityLevel: 'medium',
      meta: { componentRef, workspace, account, missingSince },
    });
    try {
      const isTaken = await store.abandoned.release(entry);
      await event.success({ meta: { isTaken } });
      if (isTaken) {
        logger.info(
          `The deploy access of ${workspace} in ${account} is taken away: ${componentRef} and the workspace have been gone since ${missingSince}`,
        );
      }
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
  }
}

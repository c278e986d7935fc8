import type {
  AuditorService,
  AuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { AccessService } from '../access';
import { auditedBy } from '../audit';
import type { ListedRollout, RolloutStore } from '../store';
import { unregister } from './unregister';

const PATIENCE_MS = 24 * 3_600_000;
const AGAIN_AFTER_MS = 5 * 60_000;

/**
 * What follows when the placements of a component are destroyed: the roles that their
 * runs took on go, and the component leaves the catalog where that was asked for, with
 * all that was reserved for it. Each of it can be done again after a crash.
 */
export class Aftermath {
  readonly #now: () => Date;
  /** When those that have failed are tried again: milliseconds since 1970. */
  readonly #later = new Map<string, number>();

  constructor(
    private readonly options: {
      store: Pick<RolloutStore, 'get' | 'listAftermaths' | 'markAftermathDone'>;
      deployAccess: Pick<AccessService, 'remove'>;
      /** Frees what was asked for before the component was destroyed. */
      reservations: {
        freeOfComponent: (
          componentRef: string,
          destroyedAt: string,
          signal?: AbortSignal,
        ) => Promise<void>;
      };
      catalog: CatalogService;
      auth: AuthService;
      auditor: Pick<AuditorService, 'createEvent'>;
      logger: Pick<LoggerService, 'warn'>;
      now?: () => Date;
    },
  ) {
    this.#now = options.now ?? (() => new Date());
  }

  async run(signal?: AbortSignal): Promise<void> {
    const { store, logger } = this.options;
    for (const listed of await store.listAftermaths()) {
      if (signal?.aborted) {
        return;
      }
      const now = this.#now().getTime();
      if ((this.#later.get(listed.id) ?? 0) > now) {
        continue;
      }
      try {
        await this.#see(listed, signal);
        await store.markAftermathDone(listed.id);
        this.#later.delete(listed.id);
      } catch (error) {
        logger.warn(
          `After ${listed.componentRef} was destroyed, not all could be taken away: ${error}`,
        );
        this.#later.set(listed.id, now + AGAIN_AFTER_MS);
        const isFinal =
          (error as Error).name === 'InputError' ||
          now - Date.parse(listed.endedAt!) > PATIENCE_MS;
        if (isFinal) {
          await store.markAftermathDone(listed.id);
          this.#later.delete(listed.id);
        }
      }
    }
  }

  async #see(
    { id, componentRef, initiator, endedAt }: ListedRollout,
    signal?: AbortSignal,
  ): Promise<void> {
    const { store, deployAccess, reservations, catalog, auth, auditor } =
      this.options;
    const rollout = (await store.get(id))!;
    const audited = auditedBy(auditor, {
      rolloutId: id,
      componentRef,
      initiator,
    });
    for (const { placement, state } of rollout.targets) {
      if (state === 'destroyed') {
        await audited(
          'access-remove',
          () =>
            deployAccess.remove(componentRef, placement.workspace, {
              requestedBy: initiator,
              isRelease: false,
            }),
          { meta: { workspace: placement.workspace } },
        );
      }
    }
    if (rollout.unregister) {
      const credentials = await auth.getOwnServiceCredentials();
      await audited('component-unregister', () =>
        unregister(rollout, { catalog, credentials }),
      );
      await reservations.freeOfComponent(componentRef, endedAt!, signal);
    }
  }
}

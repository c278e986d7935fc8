import type {
  AuditorService,
  AuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { RolloutRequest } from '@backstage-soa/plugin-soa-common';
import { auditedBy } from '../audit';
import type { RolloutPlanner } from '../service/RolloutPlanner';
import type { RolloutStore } from '../store';
import type { SandboxRecord, SandboxStore } from './store';

/** Has sandbox environments destroyed, by one rollout at a time. */
export class SandboxDestroyer {
  constructor(
    private readonly options: {
      store: SandboxStore;
      rollouts: Pick<RolloutStore, 'findKeyed' | 'insert'>;
      planner: Pick<RolloutPlanner, 'plan'>;
      catalog: Pick<CatalogService, 'getEntityByRef'>;
      auth: Pick<AuthService, 'getOwnServiceCredentials'>;
      auditor: Pick<AuditorService, 'createEvent'>;
      logger: Pick<LoggerService, 'warn'>;
      /** Lets a rollout go on at once; nobody waits for it. */
      wake: (rolloutId: string) => void;
      now?: () => Date;
    },
  ) {}

  /**
   * What keeps the rollout from being started now is put right later.
   *
   * @param deletedBy - absent where its time is up
   * @returns `undefined` if somebody else has changed it meanwhile
   */
  async begin(
    record: SandboxRecord,
    deletedBy?: string,
  ): Promise<SandboxRecord | undefined> {
    const { store, logger, now = () => new Date() } = this.options;
    const at = now().toISOString();
    const begun = await store.change(record, {
      state: 'destroying',
      attempts: record.attempts + 1,
      expiresAt: record.expiresAt < at ? record.expiresAt : at,
      deletedBy: deletedBy ?? record.deletedBy,
      nextAttemptAt: undefined,
      rolloutId: undefined,
      message: undefined,
    });
    if (!begun) {
      return undefined;
    }
    try {
      return await this.start(begun);
    } catch (error) {
      logger.warn(
        `No rollout destroys ${begun.componentRef} yet, which is tried again: ${error}`,
      );
      return begun;
    }
  }

  /**
   * Starts the rollout of one that has begun to be destroyed, unless it was started
   * before and nobody heard of it.
   *
   * @throws InputError or ConflictError if it cannot be started as things are
   */
  async start(record: SandboxRecord): Promise<SandboxRecord> {
    const { store, rollouts, wake } = this.options;
    const { componentRef, createdAt, attempts, requestedBy } = record;
    const initiator = record.deletedBy ?? requestedBy;
    const idempotencyKey = `sandbox-environment/${componentRef}/${createdAt}/${attempts}`;
    // The plan of the component may have changed since.
    const { id: rolloutId } =
      (await rollouts.findKeyed(initiator, idempotencyKey)) ??
      (await this.#insert(record, { initiator, idempotencyKey }));
    wake(rolloutId);
    const started = await store.change(record, { rolloutId });
    return started ?? (await store.get(componentRef)) ?? record;
  }

  async #insert(
    { componentRef, owner, placements, sourceUrl, deletedBy }: SandboxRecord,
    options: { initiator: string; idempotencyKey: string },
  ): Promise<{ id: string }> {
    const { rollouts, planner, catalog, auth, auditor } = this.options;
    const { initiator, idempotencyKey } = options;
    const entity = await catalog.getEntityByRef(componentRef, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    const request: RolloutRequest = {
      componentRef,
      placements,
      source: { url: sourceUrl },
      operation: 'destroy',
      unregister: true,
      exclusive: true,
      idempotencyKey,
    };
    const comment = deletedBy
      ? 'The sandbox environment was deleted.'
      : 'The time of the sandbox environment was up.';
    const audited = auditedBy(auditor, { componentRef, initiator, comment });
    return audited(
      'rollout-start',
      async () =>
        rollouts.insert(
          {
            ...request,
            stages: planner.plan(request, entity?.spec?.rollout),
            comment,
            owner,
            componentUid: entity?.metadata.uid,
          },
          initiator,
        ),
      { written: ({ id }) => ({ rolloutId: id }) },
    );
  }
}

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
} from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { ownerRef } from '@backstage-soa/plugin-soa-common';
import type {
  Page,
  ResolvedPlacement,
  SandboxEnvironment,
} from '@backstage-soa/plugin-soa-common';
import type { SoaEnvironment } from '@backstage-soa/plugin-soa-node';
import type { z } from 'zod';
import { decodeCursor, encodeCursor, readablePage } from '../reservations';
import { refuseUndeclared } from '../service/refuseUndeclared';
import { remindersDue } from './remindersDue';
import type { SandboxPolicy, SandboxRights } from './SandboxPolicy';
import { sandboxPlace } from './schemas';
import type {
  sandboxDeletion,
  sandboxesQuery,
  sandboxExtension,
  sandboxRequest,
} from './schemas';
import type { SandboxSettings } from './settings';
import type { SandboxRecord, SandboxStore } from './store';
import { toSandboxEnvironment } from './toSandboxEnvironment';

// Others change one a few times in its life.
const ATTEMPTS = 10;

/** Keeps sandbox environments, lists them, and has them be there longer or no more. */
export class SandboxService {
  constructor(
    private readonly options: {
      store: SandboxStore;
      policy: SandboxPolicy;
      settings: SandboxSettings;
      environments: readonly SoaEnvironment[];
      /** Begins to destroy one, unless somebody else has changed it meanwhile. */
      destroy: (
        record: SandboxRecord,
        deletedBy: string,
      ) => Promise<SandboxRecord | undefined>;
      now?: () => Date;
    },
  ) {}

  async ensure(
    request: z.infer<typeof sandboxRequest>,
    credentials: BackstageCredentials,
  ): Promise<SandboxEnvironment> {
    const { store, policy, settings } = this.options;
    const { componentRef, placements, dryRun } = request;
    const requestedBy = policy.user(credentials);
    const { timeToLive = settings.timeToLive } = request;
    this.#refuseLonger('timeToLive', this.#now().getTime() + timeToLive);
    this.#refuseOtherThanSandboxes(placements);
    const entity = await policy.component(componentRef, credentials);
    const rights = await this.#rights(componentRef, credentials);
    policy.refuseUnless(rights, 'apply', componentRef);
    refuseUndeclared(entity, componentRef, placements);
    const now = this.#now();
    const expiresAt = new Date(now.getTime() + timeToLive).toISOString();
    const wish = {
      componentRef,
      owner: ownerOf(entity, componentRef),
      requestedBy,
      placements,
      sourceUrl: sourceOf(entity) ?? componentRef,
      createdAt: now.toISOString(),
      expiresAt,
      // Whoever asks for an hour need not be told at once that it is an hour.
      reminded: remindersDue(expiresAt, settings, now),
    };
    const before = await store.get(componentRef);
    if (dryRun) {
      refuseEnding(before);
      return this.#served(
        before ?? { ...wish, version: 0, state: 'active', attempts: 0 },
        rights,
      );
    }
    await store.insert(wish);
    return this.#change(componentRef, rights, record => {
      refuseEnding(record);
      const keys = new Set(record.placements.map(({ key }) => key));
      const added = placements.filter(({ key }) => !keys.has(key));
      return added.length > 0
        ? store.change(record, { placements: [...record.placements, ...added] })
        : record;
    });
  }

  async list(
    query: z.infer<typeof sandboxesQuery>,
    credentials: BackstageCredentials,
  ): Promise<Page<SandboxEnvironment>> {
    const { store, policy } = this.options;
    const { component, cursor, limit } = query;
    const rights = new Map<string, SandboxRights>();
    const { items, next } = await readablePage<SandboxRecord, [string, string]>(
      {
        limit,
        after: decodeCursor(cursor, sandboxPlace),
        list: (after, most) =>
          store.list({ componentRef: component, after, limit: most }),
        placeOf: ({ expiresAt, componentRef }) => [expiresAt, componentRef],
        readable: async records => {
          const some = await policy.rights(
            records.map(({ componentRef }) => componentRef),
            credentials,
          );
          some.forEach((may, ref) => rights.set(ref, may));
          return new Set(
            records.filter(({ componentRef }) => some.has(componentRef)),
          );
        },
      },
    );
    return {
      items: items.map(record =>
        this.#served(record, rights.get(record.componentRef)!),
      ),
      nextCursor: next && encodeCursor(next),
    };
  }

  async extend(
    { componentRef, by }: z.infer<typeof sandboxExtension>,
    credentials: BackstageCredentials,
  ): Promise<SandboxEnvironment> {
    const { store, policy, settings } = this.options;
    policy.user(credentials);
    const rights = await this.#rights(componentRef, credentials);
    return this.#change(componentRef, rights, record => {
      policy.refuseUnless(rights, 'apply', componentRef);
      refuseEnding(record);
      const end = Date.parse(record.expiresAt) + by;
      this.#refuseLonger('by', end);
      const expiresAt = new Date(end).toISOString();
      return store.change(record, {
        expiresAt,
        reminded: remindersDue(expiresAt, settings, this.#now()),
      });
    });
  }

  async delete(
    { componentRef }: z.infer<typeof sandboxDeletion>,
    credentials: BackstageCredentials,
  ): Promise<SandboxEnvironment> {
    const { policy, destroy } = this.options;
    const user = policy.user(credentials);
    const rights = await this.#rights(componentRef, credentials);
    return this.#change(componentRef, rights, record => {
      policy.refuseUnless(rights, 'destroy', componentRef);
      return record.state === 'destroying' ? record : destroy(record, user);
    });
  }

  /** Changes it as it is now, whoever else changes it meanwhile. */
  async #change(
    componentRef: string,
    rights: SandboxRights | undefined,
    change: (
      record: SandboxRecord,
    ) => SandboxRecord | undefined | Promise<SandboxRecord | undefined>,
  ): Promise<SandboxEnvironment> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const record = await this.options.store.get(componentRef);
      if (!record) {
        throw notThere(componentRef);
      }
      const changed = await change(record);
      if (changed) {
        return this.#served(changed, rights!);
      }
    }
    throw new ConflictError(
      `${componentRef} is changed by somebody else: try again`,
    );
  }

  /** @throws NotFoundError where the caller does not see it */
  async #rights(
    componentRef: string,
    credentials: BackstageCredentials,
  ): Promise<SandboxRights> {
    const rights = await this.options.policy.rights(
      [componentRef],
      credentials,
    );
    const may = rights.get(componentRef);
    if (!may) {
      throw notThere(componentRef);
    }
    return may;
  }

  #refuseOtherThanSandboxes(placements: readonly ResolvedPlacement[]): void {
    const { environments } = this.options;
    const other = placements.find(
      ({ environment }) =>
        !environments.find(({ name }) => name === environment)?.sandbox,
    );
    if (other) {
      throw new InputError(
        `placements: ${other.key} is in ${other.environment}, which is no environment of sandboxes: nothing of it is destroyed by itself`,
      );
    }
  }

  #refuseLonger(input: string, end: number): void {
    const until = this.#extendableUntil();
    if (end > Date.parse(until)) {
      throw new InputError(
        `${input}: it may be there until ${until} at most: ask for less`,
      );
    }
  }

  #extendableUntil(): string {
    const { longest } = this.options.settings;
    return new Date(this.#now().getTime() + longest).toISOString();
  }

  #served(record: SandboxRecord, rights: SandboxRights): SandboxEnvironment {
    return toSandboxEnvironment(record, {
      extendableUntil: this.#extendableUntil(),
      ...rights,
    });
  }

  #now(): Date {
    return this.options.now?.() ?? new Date();
  }
}

function notThere(componentRef: string): NotFoundError {
  return new NotFoundError(
    `There is no sandbox environment ${componentRef}, or you may not see it: it may be destroyed already`,
  );
}

function refuseEnding(record: SandboxRecord | undefined): void {
  if (record && record.state !== 'active') {
    throw new ConflictError(
      `${record.componentRef} is being destroyed: wait until it is gone`,
    );
  }
}

function ownerOf({ spec, metadata }: Entity, componentRef: string): string {
  const owner =
    typeof spec?.owner === 'string'
      ? ownerRef(spec.owner, metadata.namespace)
      : undefined;
  if (!owner) {
    throw new InputError(
      `componentRef: ${componentRef} has no owner who could be reminded: name one in spec.owner`,
    );
  }
  return owner;
}

function sourceOf({ metadata }: Entity): string | undefined {
  const { annotations = {} } = metadata;
  return (
    annotations[ANNOTATION_SOURCE_LOCATION] ?? annotations[ANNOTATION_LOCATION]
  )?.replace(/^url:/, '');
}

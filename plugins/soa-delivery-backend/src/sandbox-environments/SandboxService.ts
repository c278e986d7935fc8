import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
} from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
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
import { refuseEnding } from './refuseEnding';
import { remindersDue } from './remindersDue';
import type { SandboxChanges } from './SandboxChanges';
import type { SandboxPolicy, SandboxRights } from './SandboxPolicy';
import { sandboxPlace } from './schemas';
import type { sandboxesQuery, sandboxRequest } from './schemas';
import type { SandboxSettings } from './settings';
import type { SandboxRecord, SandboxStore } from './store';

/** Keeps sandbox environments, and lists them. */
export class SandboxService {
  constructor(
    private readonly options: {
      store: SandboxStore;
      policy: SandboxPolicy;
      settings: SandboxSettings;
      environments: readonly SoaEnvironment[];
      changes: SandboxChanges;
    },
  ) {}

  async ensure(
    request: z.infer<typeof sandboxRequest>,
    credentials: BackstageCredentials,
  ): Promise<SandboxEnvironment> {
    const { store, policy, settings, changes } = this.options;
    const { componentRef, placements, dryRun } = request;
    const requestedBy = policy.user(credentials);
    const { timeToLive = settings.timeToLive } = request;
    changes.refuseLonger('timeToLive', changes.now().getTime() + timeToLive);
    this.#refuseOtherThanSandboxes(placements);
    const entity = await policy.component(componentRef, credentials);
    const rights = await changes.rights(componentRef, credentials);
    policy.refuseUnless(rights, 'apply', componentRef);
    refuseUndeclared(entity, componentRef, placements);
    const now = changes.now();
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
      return changes.served(
        before ?? { ...wish, version: 0, state: 'active', attempts: 0 },
        rights,
      );
    }
    await store.insert(wish);
    return changes.change(componentRef, rights, record => {
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
    const { store, policy, changes } = this.options;
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
    const creations = await store.readCreations(items);
    return {
      items: items.map(record =>
        changes.served(
          record,
          rights.get(record.componentRef)!,
          creations.get(record.componentRef),
        ),
      ),
      nextCursor: next && encodeCursor(next),
    };
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

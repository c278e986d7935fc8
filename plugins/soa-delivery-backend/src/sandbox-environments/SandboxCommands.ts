import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { SandboxEnvironment } from '@backstage-soa/plugin-soa-common';
import type { z } from 'zod';
import { refuseEnding } from './refuseEnding';
import { remindersDue } from './remindersDue';
import type { SandboxChanges } from './SandboxChanges';
import type { SandboxPolicy } from './SandboxPolicy';
import type { sandboxDeletion, sandboxExtension } from './schemas';
import type { SandboxSettings } from './settings';
import type { SandboxRecord, SandboxStore } from './store';

/** Has sandbox environments be there longer, or no more. */
export class SandboxCommands {
  constructor(
    private readonly options: {
      store: SandboxStore;
      policy: SandboxPolicy;
      settings: SandboxSettings;
      changes: SandboxChanges;
      /** Begins to destroy one, unless somebody else has changed it meanwhile. */
      destroy: (
        record: SandboxRecord,
        deletedBy: string,
      ) => Promise<SandboxRecord | undefined>;
    },
  ) {}

  async extend(
    { componentRef, by }: z.infer<typeof sandboxExtension>,
    credentials: BackstageCredentials,
  ): Promise<SandboxEnvironment> {
    const { store, policy, settings, changes } = this.options;
    policy.user(credentials);
    const rights = await changes.rights(componentRef, credentials);
    return changes.change(componentRef, rights, record => {
      policy.refuseUnless(rights, 'apply', componentRef);
      refuseEnding(record);
      const end = Date.parse(record.expiresAt) + by;
      changes.refuseLonger('by', end);
      const expiresAt = new Date(end).toISOString();
      return store.change(record, {
        expiresAt,
        reminded: remindersDue(expiresAt, settings, changes.now()),
      });
    });
  }

  async delete(
    { componentRef }: z.infer<typeof sandboxDeletion>,
    credentials: BackstageCredentials,
  ): Promise<SandboxEnvironment> {
    const { policy, changes, destroy } = this.options;
    const user = policy.user(credentials);
    const rights = await changes.rights(componentRef, credentials);
    return changes.change(componentRef, rights, record => {
      policy.refuseUnless(rights, 'destroy', componentRef);
      return record.state === 'destroying' ? record : destroy(record, user);
    });
  }
}

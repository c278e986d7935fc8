import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type {
  SandboxCreation,
  SandboxEnvironment,
} from '@backstage-soa/plugin-soa-common';
import type { SandboxPolicy, SandboxRights } from './SandboxPolicy';
import type { SandboxSettings } from './settings';
import type { SandboxRecord, SandboxStore } from './store';
import { toSandboxEnvironment } from './toSandboxEnvironment';

// Others change one a few times in its life.
const ATTEMPTS = 10;

/** Changes sandbox environments within what the settings allow, and serves them. */
export class SandboxChanges {
  constructor(
    private readonly options: {
      store: SandboxStore;
      policy: SandboxPolicy;
      settings: SandboxSettings;
      now?: () => Date;
    },
  ) {}

  /** Changes it as it is now, whoever else changes it meanwhile. */
  async change(
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
        return this.served(changed, rights!);
      }
    }
    throw new ConflictError(
      `${componentRef} is changed by somebody else: try again`,
    );
  }

  /** @throws NotFoundError where the caller does not see it */
  async rights(
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

  /** @throws InputError where it would be there too long, from now */
  refuseLonger(input: string, end: number): void {
    const until = this.#extendableUntil();
    if (end > Date.parse(until)) {
      throw new InputError(
        `${input}: it may be there until ${until} at most: ask for less`,
      );
    }
  }

  served(
    record: SandboxRecord,
    rights: SandboxRights,
    creation?: SandboxCreation,
  ): SandboxEnvironment {
    return toSandboxEnvironment(record, {
      creation,
      extendableUntil: this.#extendableUntil(),
      ...rights,
    });
  }

  now(): Date {
    return this.options.now?.() ?? new Date();
  }

  #extendableUntil(): string {
    const { longest } = this.options.settings;
    return new Date(this.now().getTime() + longest).toISOString();
  }
}

function notThere(componentRef: string): NotFoundError {
  return new NotFoundError(
    `There is no sandbox environment ${componentRef}, or you may not see it: it may be destroyed already`,
  );
}

import { uuid } from '../deterministic';
import { accounts } from './accounts';
import type { SandboxAccount } from './accounts';

/** A request for an account, as it is kept. */
export interface SandboxCreation {
  id: string;
  name: string;
  email: string;
  /** The id that the account gets, if it gets one. */
  accountId: string;
  /** Why there will be none. */
  failureReason?: string;
  /** Milliseconds since 1970. */
  requestedAt: number;
  completesAt: number;
}

/** What has become of the organisation since the start. */
export interface OrganisationState {
  /** The accounts that were made, moved or tagged, by id. */
  accounts: Record<string, SandboxAccount>;
  creations: SandboxCreation[];
}

export const initialOrganisationState = (): OrganisationState => ({
  accounts: {},
  creations: [],
});

const CREATION_MS = 10_000;
const FIRST_ID = 100_000_001_001;

/** The accounts of the pretend organisation: those from the start, and all since. */
export class Organisation {
  constructor(
    private readonly options: {
      state: OrganisationState;
      now: () => number;
      /** How much faster than in the demo time goes by. */
      speed?: number;
      /** Keeps the state. */
      save?: () => void;
    },
  ) {}

  /** Those from the start come first. */
  accounts(): SandboxAccount[] {
    const { state } = this.options;
    const made = this.creations()
      .filter(creation => this.stateOf(creation) === 'SUCCEEDED')
      .map(({ accountId }) => state.accounts[accountId]);
    return [
      ...accounts.map(account => state.accounts[account.id] ?? account),
      ...made,
    ];
  }

  account(id: string | undefined): SandboxAccount | undefined {
    return this.accounts().find(account => account.id === id);
  }

  creations(): readonly SandboxCreation[] {
    return this.options.state.creations;
  }

  stateOf({ completesAt, failureReason }: SandboxCreation) {
    if (completesAt > this.options.now()) {
      return 'IN_PROGRESS';
    }
    return failureReason ? 'FAILED' : 'SUCCEEDED';
  }

  /** @param failure - why it shall fail, whatever is asked for */
  create(
    { name, email, tags }: Pick<SandboxAccount, 'name' | 'email' | 'tags'>,
    failure?: string,
  ): SandboxCreation {
    const { state, now, speed = 1 } = this.options;
    const number = state.creations.length;
    const creation: SandboxCreation = {
      id: `car-${uuid('creation', number).replaceAll('-', '')}`,
      name,
      email,
      accountId: String(FIRST_ID + number),
      failureReason: failure ?? this.#refusalOf(email),
      requestedAt: now(),
      completesAt: now() + CREATION_MS / speed,
    };
    state.creations.push(creation);
    if (!creation.failureReason) {
      const id = creation.accountId;
      state.accounts[id] = { id, name, email, tags, unit: '', state: 'ACTIVE' };
    }
    this.options.save?.();
    return creation;
  }

  /** Moves an account, or gives it tags. */
  change(
    account: SandboxAccount,
    change: Partial<Pick<SandboxAccount, 'unit' | 'tags'>>,
  ): void {
    this.options.state.accounts[account.id] = { ...account, ...change };
    this.options.save?.();
  }

  #refusalOf(email: string): string | undefined {
    const isSame = (other: { email: string }) =>
      other.email.toLocaleLowerCase('en-US') ===
      email.toLocaleLowerCase('en-US');
    const isUnderWay = this.creations().some(
      creation => isSame(creation) && this.stateOf(creation) === 'IN_PROGRESS',
    );
    if (isUnderWay) {
      return 'CONCURRENT_ACCOUNT_MODIFICATION';
    }
    return this.accounts().some(isSame) ? 'EMAIL_ALREADY_EXISTS' : undefined;
  }
}

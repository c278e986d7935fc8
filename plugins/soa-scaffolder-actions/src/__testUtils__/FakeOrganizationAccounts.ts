import type {
  AccountCreation,
  OrganizationAccount,
  OrganizationAccounts,
} from '@backstage-soa/plugin-soa-node';

/** An account, with all that AWS Organizations knows of it. */
interface FakeAccount extends OrganizationAccount {
  parent: string;
  tags: Record<string, string>;
}

/** An AWS Organizations in memory, in which a creation takes three looks. */
export class FakeOrganizationAccounts implements OrganizationAccounts {
  accounts: FakeAccount[] = [];
  creations: Array<AccountCreation & { email: string; looks: number }> = [];
  managementAccountId = '100000000001';
  /** What was written. */
  writes: string[] = [];
  /** What happens instead of, or before, the next call of a method. */
  before: Partial<Record<keyof OrganizationAccounts, () => void>> = {};
  /** What happens after the next call, to its answer. */
  after: Partial<Record<keyof OrganizationAccounts, () => void>> = {};
  /** Why the next creation fails. */
  failure?: string;

  add(account: Partial<FakeAccount> & { email: string }): FakeAccount {
    const added = {
      id: String(200_000_000_000 + this.accounts.length),
      name: 'shop-dev',
      state: 'ACTIVE',
      parent: 'r-acme',
      tags: {},
      ...account,
    };
    this.accounts.push(added);
    return added;
  }

  /** Begins a creation, as somebody else does. */
  begin(name: string, email: string, tags: Record<string, string> = {}) {
    const id = `car-${this.creations.length + 1}`;
    const creation = {
      id,
      name,
      email,
      tags,
      state: 'IN_PROGRESS',
      looks: 0,
      failureReason: this.failure,
    };
    this.failure = undefined;
    this.creations.push(creation);
    return creation;
  }

  async describeOrganization() {
    this.#called('describeOrganization');
    return { id: 'o-acme', managementAccountId: this.managementAccountId };
  }

  async findAccount(email: string) {
    this.#called('findAccount');
    return this.accounts.find(account => account.email === email);
  }

  async readAccount(id: string) {
    this.#called('readAccount');
    return this.accounts.find(account => account.id === id);
  }

  async listCreations() {
    this.#called('listCreations');
    return this.creations.filter(({ state }) => state === 'IN_PROGRESS');
  }

  async readCreation(id: string) {
    this.#called('readCreation');
    const creation = this.creations.find(one => one.id === id)!;
    creation.looks += 1;
    if (creation.state === 'IN_PROGRESS' && creation.looks > 2) {
      creation.state = creation.failureReason ? 'FAILED' : 'SUCCEEDED';
      if (creation.state === 'SUCCEEDED') {
        const { name, email, tags } = creation as typeof creation & {
          tags: Record<string, string>;
        };
        creation.accountId = this.add({ name: name!, email, tags }).id;
      }
    }
    return { ...creation };
  }

  async createAccount({
    name,
    email,
    tags,
  }: Parameters<OrganizationAccounts['createAccount']>[0]) {
    this.#called('createAccount');
    this.writes.push(`create ${name}`);
    const creation = this.begin(name, email, { ...tags });
    this.#answered('createAccount');
    return creation;
  }

  async readParent(id: string) {
    this.#called('readParent');
    return this.accounts.find(account => account.id === id)!.parent;
  }

  async moveAccount({
    accountId,
    to,
  }: Parameters<OrganizationAccounts['moveAccount']>[0]) {
    this.#called('moveAccount');
    this.writes.push(`move ${accountId} to ${to}`);
    this.accounts.find(({ id }) => id === accountId)!.parent = to;
    this.#answered('moveAccount');
  }

  async readTags(id: string) {
    this.#called('readTags');
    return { ...this.accounts.find(account => account.id === id)!.tags };
  }

  async tagAccount(id: string, tags: Readonly<Record<string, string>>) {
    this.#called('tagAccount');
    this.writes.push(`tag ${id} ${Object.keys(tags).join(' ')}`);
    Object.assign(this.accounts.find(account => account.id === id)!.tags, tags);
    this.#answered('tagAccount');
  }

  #called(method: keyof OrganizationAccounts): void {
    const happen = this.before[method];
    delete this.before[method];
    happen?.();
  }

  #answered(method: keyof OrganizationAccounts): void {
    const happen = this.after[method];
    delete this.after[method];
    happen?.();
  }
}

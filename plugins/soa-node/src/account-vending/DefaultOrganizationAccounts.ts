import {
  CreateAccountCommand,
  DescribeAccountCommand,
  DescribeCreateAccountStatusCommand,
  DescribeOrganizationCommand,
  ListParentsCommand,
  MoveAccountCommand,
  paginateListAccounts,
  paginateListCreateAccountStatus,
  paginateListTagsForResource,
  TagResourceCommand,
} from '@aws-sdk/client-organizations';
import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import type { AccountCreation } from './AccountCreation';
import type { OrganizationAccount } from './OrganizationAccount';
import type {
  OrganizationAccounts,
  OrganizationAccountsOptions,
} from './OrganizationAccounts';
import { given, toAccount, toCreation } from './fromAws';

/** Asks AWS Organizations, by a client of the management account. */
export class DefaultOrganizationAccounts implements OrganizationAccounts {
  constructor(
    /** Asked for at each request: credentials may not be there at first. */
    private readonly client: () => Promise<OrganizationsClient>,
  ) {}

  async describeOrganization(options?: OrganizationAccountsOptions) {
    const { Organization } = await (
      await this.client()
    ).send(new DescribeOrganizationCommand({}), abort(options));
    return {
      id: given(Organization?.Id, "the organisation's id"),
      managementAccountId: given(
        Organization?.MasterAccountId,
        "the management account's id",
      ),
    };
  }

  async findAccount(
    email: string,
    options?: OrganizationAccountsOptions,
  ): Promise<OrganizationAccount | undefined> {
    const wanted = email.toLocaleLowerCase('en-US');
    const pages = paginateListAccounts(
      { client: await this.client() },
      {},
      abort(options),
    );
    for await (const { Accounts = [] } of pages) {
      const found = Accounts.find(
        ({ Email }) => Email?.toLocaleLowerCase('en-US') === wanted,
      );
      if (found) {
        return toAccount(found);
      }
    }
    return undefined;
  }

  async readAccount(
    AccountId: string,
    options?: OrganizationAccountsOptions,
  ): Promise<OrganizationAccount | undefined> {
    try {
      const { Account } = await (
        await this.client()
      ).send(new DescribeAccountCommand({ AccountId }), abort(options));
      return Account && toAccount(Account);
    } catch (error) {
      if ((error as Error).name === 'AccountNotFoundException') {
        return undefined;
      }
      throw error;
    }
  }

  async listCreations(
    options?: OrganizationAccountsOptions,
  ): Promise<AccountCreation[]> {
    const pages = paginateListCreateAccountStatus(
      { client: await this.client() },
      { States: ['IN_PROGRESS'] },
      abort(options),
    );
    const creations: AccountCreation[] = [];
    for await (const page of pages) {
      creations.push(...(page.CreateAccountStatuses ?? []).map(toCreation));
    }
    return creations;
  }

  async readCreation(
    CreateAccountRequestId: string,
    options?: OrganizationAccountsOptions,
  ): Promise<AccountCreation> {
    const { CreateAccountStatus } = await (
      await this.client()
    ).send(
      new DescribeCreateAccountStatusCommand({ CreateAccountRequestId }),
      abort(options),
    );
    return toCreation(CreateAccountStatus);
  }

  async createAccount(
    {
      name,
      email,
      tags,
      roleName,
    }: Parameters<OrganizationAccounts['createAccount']>[0],
    options?: OrganizationAccountsOptions,
  ): Promise<AccountCreation> {
    const { CreateAccountStatus } = await (
      await this.client()
    ).send(
      new CreateAccountCommand({
        AccountName: name,
        Email: email,
        Tags: toTags(tags),
        ...(roleName && { RoleName: roleName }),
      }),
      abort(options),
    );
    return toCreation(CreateAccountStatus);
  }

  async readParent(
    ChildId: string,
    options?: OrganizationAccountsOptions,
  ): Promise<string> {
    const { Parents } = await (
      await this.client()
    ).send(new ListParentsCommand({ ChildId }), abort(options));
    return given(Parents?.[0]?.Id, `the parent of account ${ChildId}`);
  }

  async moveAccount(
    { accountId, from, to }: { accountId: string; from: string; to: string },
    options?: OrganizationAccountsOptions,
  ): Promise<void> {
    await (
      await this.client()
    ).send(
      new MoveAccountCommand({
        AccountId: accountId,
        SourceParentId: from,
        DestinationParentId: to,
      }),
      abort(options),
    );
  }

  async readTags(
    ResourceId: string,
    options?: OrganizationAccountsOptions,
  ): Promise<Record<string, string>> {
    const pages = paginateListTagsForResource(
      { client: await this.client() },
      { ResourceId },
      abort(options),
    );
    const tags: Record<string, string> = {};
    for await (const { Tags = [] } of pages) {
      for (const { Key, Value } of Tags) {
        tags[given(Key, 'the key of a tag')] = Value ?? '';
      }
    }
    return tags;
  }

  async tagAccount(
    ResourceId: string,
    tags: Readonly<Record<string, string>>,
    options?: OrganizationAccountsOptions,
  ): Promise<void> {
    await (
      await this.client()
    ).send(
      new TagResourceCommand({ ResourceId, Tags: toTags(tags) }),
      abort(options),
    );
  }
}

function abort(options?: OrganizationAccountsOptions) {
  return { abortSignal: options?.signal };
}

function toTags(tags: Readonly<Record<string, string>>) {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

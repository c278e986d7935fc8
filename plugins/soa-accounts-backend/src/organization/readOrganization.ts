import {
  DescribeOrganizationCommand,
  ListAccountsCommand,
} from '@aws-sdk/client-organizations';
import type {
  Account as AwsAccount,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { accountEntityRef } from '@backstage-soa/plugin-soa-common';
import type {
  Account,
  OrganizationalUnit,
} from '@backstage-soa/plugin-soa-common';
import { AccountFactsReader } from './AccountFactsReader';
import type { AccountTags } from './AccountTags';
import { allPages } from './allPages';
import { given } from './given';
import { readParents } from './readParents';
import { readUnits } from './readUnits';

// A read that ends before its time loses no more than this.
const BATCH = 100;

/** A part of an organisation, or all of it. */
export interface OrganizationReading {
  units: OrganizationalUnit[];
  accounts: Account[];
}

/**
 * Reads an organisation, a request at a time, and hands over accounts while it
 * does: AWS throttles whoever asks faster.
 *
 * @returns the ids of all that is there, and what had to be left out
 * @throws if anything but the tags of an account cannot be read, or if there
 * is no account
 */
export async function readOrganization(options: {
  client: OrganizationsClient;
  tags: AccountTags;
  includeEmail: boolean;
  lastKnown: (accountId: string) => Account | undefined;
  save: (part: OrganizationReading) => Promise<void>;
  signal?: AbortSignal;
}): Promise<{ unitIds: string[]; accountIds: string[]; warnings: string[] }> {
  const { client, tags, includeEmail, lastKnown, save, signal } = options;
  const abort = { abortSignal: signal };
  const { Organization } = await client.send(
    new DescribeOrganizationCommand({}),
    abort,
  );
  const organizationId = given(Organization?.Id, "the organisation's id");
  const units = await readUnits({ client, organizationId, signal });
  const found = new Map<string, AwsAccount>();
  for (const account of await listAccounts(client, signal)) {
    found.set(given(account.Id, 'the id of an account'), account);
  }
  if (found.size === 0 || units.length === 0) {
    throw new Error(
      'AWS Organizations gave no account at all, which cannot be: check what the role may read',
    );
  }
  const parents = await readParents({
    client,
    accounts: [...found.values()],
    units,
    signal,
  });
  const facts = new AccountFactsReader({ client, tags, signal });
  const warnings: string[] = [];

  const read = async (id: string, account: AwsAccount): Promise<Account> => {
    const known = lastKnown(id);
    const parent = parents.get(id);
    const its = await facts.read(id, known);
    warnings.push(...its.problems.map(problem => `account ${id}: ${problem}`));
    // It moves while it is read: the next read finds where to.
    const place = parent
      ? { parentId: parent.id, organizationalUnitPath: parent.path }
      : {
          parentId: known?.parentId ?? units[0].id,
          organizationalUnitPath: known?.organizationalUnitPath ?? '',
        };
    return {
      id,
      name: account.Name ?? id,
      arn: given(account.Arn, `the ARN of account ${id}`),
      // Status is on its way out, and older servers know nothing else.
      state: account.State ?? account.Status ?? 'UNKNOWN',
      organizationId,
      ...place,
      ...its.facts,
      entityRef: accountEntityRef(id),
      ...(includeEmail && account.Email && { email: account.Email }),
    };
  };

  // Those of which nothing is known come first: a read that has not ended in
  // its time goes on with them.
  const isKnown = ([id]: [string, AwsAccount]) => lastKnown(id) !== undefined;
  const waiting = [
    ...[...found].filter(one => !isKnown(one)),
    ...[...found].filter(isKnown),
  ];
  for (let index = 0; index < waiting.length; index += BATCH) {
    const accounts: Account[] = [];
    for (const [id, account] of waiting.slice(index, index + BATCH)) {
      accounts.push(await read(id, account));
    }
    signal?.throwIfAborted();
    await save({ units: index === 0 ? units : [], accounts });
  }
  return {
    unitIds: units.map(({ id }) => id),
    accountIds: [...found.keys()],
    warnings: [...warnings, ...facts.warnings],
  };
}

function listAccounts(
  client: OrganizationsClient,
  abortSignal?: AbortSignal,
): Promise<AwsAccount[]> {
  return allPages(async NextToken => {
    const page = await client.send(new ListAccountsCommand({ NextToken }), {
      abortSignal,
    });
    return { items: page.Accounts, next: page.NextToken };
  });
}

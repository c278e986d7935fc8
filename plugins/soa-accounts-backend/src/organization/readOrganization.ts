import {
  DescribeOrganizationCommand,
  ListAccountsCommand,
} from '@aws-sdk/client-organizations';
import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import { accountEntityRef } from '@backstage-soa/plugin-soa-common';
import type {
  Account,
  OrganizationalUnit,
} from '@backstage-soa/plugin-soa-common';
import type { AccountTags } from './AccountTags';
import { allPages } from './allPages';
import { given } from './given';
import { readAccountFacts } from './readAccountFacts';
import { readParents } from './readParents';
import { readUnits } from './readUnits';

/** What a whole read of an organisation has found. */
export interface OrganizationReading {
  units: OrganizationalUnit[];
  accounts: Account[];
  /** What had to be left out, and of which account. */
  warnings: string[];
}

/**
 * Reads an organisation, a request at a time: AWS throttles whoever asks faster.
 *
 * @throws if anything but the tags of an account cannot be read, or if there
 * is no account
 */
export async function readOrganization(options: {
  client: OrganizationsClient;
  tags: AccountTags;
  includeEmail: boolean;
  lastKnown: (accountId: string) => Account | undefined;
  signal?: AbortSignal;
}): Promise<OrganizationReading> {
  const { client, tags, includeEmail, lastKnown, signal } = options;
  const abort = { abortSignal: signal };
  const { Organization } = await client.send(
    new DescribeOrganizationCommand({}),
    abort,
  );
  const organizationId = given(Organization?.Id, "the organisation's id");
  const units = await readUnits({ client, organizationId, signal });
  const found = await allPages(async NextToken => {
    const page = await client.send(
      new ListAccountsCommand({ NextToken }),
      abort,
    );
    return { items: page.Accounts, next: page.NextToken };
  });
  if (found.length === 0 || units.length === 0) {
    throw new Error(
      'AWS Organizations gave no account at all, which cannot be: check what the role may read',
    );
  }
  const parents = await readParents({
    client,
    accounts: found,
    units,
    signal,
  });

  const accounts = new Map<string, Account>();
  const warnings: string[] = [];
  for (const account of found) {
    const id = given(account.Id, 'the id of an account');
    const known = lastKnown(id);
    const parent = parents.get(id);
    const { facts, problems } = await readAccountFacts({
      client,
      accountId: id,
      tags,
      lastKnown: known,
      signal,
    });
    // It moves while it is read: the next read finds where to.
    const place = parent
      ? { parentId: parent.id, organizationalUnitPath: parent.path }
      : {
          parentId: known?.parentId ?? units[0].id,
          organizationalUnitPath: known?.organizationalUnitPath ?? '',
        };
    warnings.push(...problems.map(problem => `account ${id}: ${problem}`));
    accounts.set(id, {
      id,
      name: account.Name ?? id,
      arn: given(account.Arn, `the ARN of account ${id}`),
      // Status is on its way out, and older servers know nothing else.
      state: account.State ?? account.Status ?? 'UNKNOWN',
      organizationId,
      ...place,
      ...facts,
      entityRef: accountEntityRef(id),
      ...(includeEmail && account.Email && { email: account.Email }),
    });
  }
  return { units, accounts: [...accounts.values()], warnings };
}

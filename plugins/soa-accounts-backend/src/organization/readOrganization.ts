import {
  DescribeOrganizationCommand,
  ListAccountsCommand,
} from '@aws-sdk/client-organizations';
import type {
  Account as AwsAccount,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import type { Account } from '@backstage-soa/plugin-soa-common';
import type { AccountDescriber } from '../facts';
import { AccountTagsReader } from './AccountTagsReader';
import { allPages } from './allPages';
import { areDue } from './areDue';
import { FactsReport } from './FactsReport';
import type { TagChanges } from './findTagChanges';
import { given } from './given';
import type { KeptTags } from './KeptTags';
import { knownFacts } from './knownFacts';
import type { OrganizationReading } from './OrganizationReading';
import { readParents } from './readParents';
import { readUnits } from './readUnits';
import { toAccount } from './toAccount';

// A read that ends before its time loses no more than this.
const BATCH = 100;

/** What a whole read of an organisation has found, beside what it has handed over. */
export interface OrganizationSummary {
  unitIds: string[];
  accountIds: string[];
  warnings: string[];
  /** The keys of the rules that have held for some account. */
  rules: string[];
  /** Up to when changes of tags have been asked for, if they could be. */
  changesUntil?: string;
}

/**
 * Reads an organisation, a request at a time, and hands over accounts while it
 * does: AWS throttles whoever asks faster. Tags are kept, and asked for only where
 * they may have changed.
 *
 * @param options - `keptTags`: of so many accounts; `changes`: asks for changed tags,
 * and is given the management account; `maxAge`: of tags, in milliseconds
 * @throws if anything but the tags of an account cannot be read, or if there
 * is no account
 */
export async function readOrganization(options: {
  client: OrganizationsClient;
  describer: AccountDescriber;
  includeEmail: boolean;
  lastKnown: (accountId: string) => Account | undefined;
  keptTags: (accountIds: string[]) => Promise<Map<string, KeptTags>>;
  changes: (managementAccountId?: string) => Promise<TagChanges>;
  maxAge: number;
  save: (part: OrganizationReading) => Promise<void>;
  now: () => Date;
  signal?: AbortSignal;
}): Promise<OrganizationSummary> {
  const { client, describer, includeEmail, lastKnown, save, now, signal } =
    options;
  const { Organization } = await client.send(
    new DescribeOrganizationCommand({}),
    { abortSignal: signal },
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
  const changes = await options.changes(Organization?.MasterAccountId);
  const tagsReader = new AccountTagsReader({ client, now, signal });
  const report = new FactsReport(describer);
  const problems: string[] = [];

  const read = async (
    id: string,
    account: AwsAccount,
    kept: KeptTags | undefined,
  ): Promise<{ account: Account; tags: KeptTags | undefined }> => {
    const known = lastKnown(id);
    const changedAt = changes.byAccount.get(id);
    const { maxAge } = options;
    const tags = areDue(id, kept, { changedAt, maxAge, now: now() })
      ? await tagsReader.read(id, kept, changedAt)
      : { kept, problems: [] };
    const parent = parents.get(id);
    // It moves while it is read: the next read finds where to.
    const place = parent
      ? { parentId: parent.id, organizationalUnitPath: parent.path }
      : {
          parentId: known?.parentId ?? units[0].id,
          organizationalUnitPath: known?.organizationalUnitPath ?? '',
        };
    const its = describer.describe({
      tags: tags.kept?.tags,
      organizationalUnitPath: place.organizationalUnitPath,
    });
    const facts = tags.kept || !known ? its.facts : knownFacts(known);
    report.add(id, { ...facts, rules: its.rules });
    problems.push(
      ...[...tags.problems, ...its.problems].map(
        one => `account ${id}: ${one}`,
      ),
    );
    return {
      account: toAccount(account, {
        organizationId,
        place,
        facts,
        includeEmail,
      }),
      tags: tags.kept === kept ? undefined : tags.kept,
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
    const batch = waiting.slice(index, index + BATCH);
    const kept = await options.keptTags(batch.map(([id]) => id));
    const accounts: Account[] = [];
    const tags = new Map<string, KeptTags>();
    for (const [id, account] of batch) {
      const its = await read(id, account, kept.get(id));
      accounts.push(its.account);
      if (its.tags) {
        tags.set(id, its.tags);
      }
    }
    signal?.throwIfAborted();
    await save({ units: index === 0 ? units : [], accounts, tags });
  }
  return {
    unitIds: units.map(({ id }) => id),
    accountIds: [...found.keys()],
    // Those of single accounts can be so many that nobody reads the rest.
    warnings: [
      ...changes.warnings,
      ...report.warnings,
      ...tagsReader.warnings,
      ...problems,
    ],
    rules: report.rules,
    ...(changes.until && { changesUntil: changes.until }),
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

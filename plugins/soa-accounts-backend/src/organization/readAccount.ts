import {
  DescribeAccountCommand,
  ListParentsCommand,
} from '@aws-sdk/client-organizations';
import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import { isError } from '@backstage/errors';
import type {
  Account,
  OrganizationalUnit,
} from '@backstage-soa/plugin-soa-common';
import type { AccountDescriber } from '../facts';
import { AccountTagsReader } from './AccountTagsReader';
import type { KeptTags } from './KeptTags';
import { knownFacts } from './knownFacts';
import type { OrganizationReading } from './OrganizationReading';
import { toAccount } from './toAccount';

const GONE = ['AccountNotFoundException', 'ChildNotFoundException'];

/**
 * Reads one account of an organisation that has been read before. Its tags are
 * asked for whether or not they were before.
 *
 * @param options - `unitOf`: what is known of a unit
 * @returns `undefined` where it takes more than that: the account is gone, or in a
 * unit of which nothing is known
 * @throws if AWS fails
 */
export async function readAccount(options: {
  client: OrganizationsClient;
  describer: AccountDescriber;
  includeEmail: boolean;
  accountId: string;
  known: Account | undefined;
  kept: KeptTags | undefined;
  unitOf: (unitId: string) => Promise<OrganizationalUnit | undefined>;
  now: () => Date;
}): Promise<OrganizationReading | undefined> {
  const { client, describer, includeEmail, accountId, known, kept } = options;
  const found = await placeOf(client, accountId);
  const unit = found && (await options.unitOf(found.parentId));
  if (!found || !unit) {
    return undefined;
  }
  const tags = await new AccountTagsReader({ client, now: options.now }).read(
    accountId,
    kept,
    // CloudTrail tells of the change, too, and later: AWS may still give what was.
    undefined,
  );
  const place = { parentId: unit.id, organizationalUnitPath: unit.path };
  const its = describer.describe({ ...place, tags: tags.kept?.tags });
  // What is not understood is told by the next whole read.
  return {
    units: [],
    accounts: [
      toAccount(found.account, {
        organizationId: unit.organizationId,
        place,
        facts: tags.kept || !known ? its.facts : knownFacts(known),
        includeEmail,
      }),
    ],
    tags: new Map(tags.kept ? [[accountId, tags.kept]] : []),
  };
}

async function placeOf(client: OrganizationsClient, accountId: string) {
  try {
    const { Account: account } = await client.send(
      new DescribeAccountCommand({ AccountId: accountId }),
    );
    const { Parents } = await client.send(
      new ListParentsCommand({ ChildId: accountId }),
    );
    const parentId = Parents?.[0]?.Id;
    return account && parentId ? { account, parentId } : undefined;
  } catch (error) {
    if (isError(error) && GONE.includes(error.name)) {
      return undefined;
    }
    throw error;
  }
}

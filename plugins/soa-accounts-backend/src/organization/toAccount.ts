import type { Account as AwsAccount } from '@aws-sdk/client-organizations';
import { accountEntityRef } from '@backstage-soa/plugin-soa-common';
import type { Account } from '@backstage-soa/plugin-soa-common';
import type { AccountFacts } from '../facts';
import { given } from './given';

/** An account as AWS gives it, with what is known of it beside. */
export function toAccount(
  account: AwsAccount,
  known: {
    organizationId: string;
    place: Pick<Account, 'parentId' | 'organizationalUnitPath'>;
    facts: AccountFacts;
    includeEmail: boolean;
  },
): Account {
  const id = given(account.Id, 'the id of an account');
  return {
    id,
    name: account.Name ?? id,
    arn: given(account.Arn, `the ARN of account ${id}`),
    // Status is on its way out, and older servers know nothing else.
    state: account.State ?? account.Status ?? 'UNKNOWN',
    organizationId: known.organizationId,
    ...known.place,
    ...known.facts,
    entityRef: accountEntityRef(id),
    ...(known.includeEmail && account.Email && { email: account.Email }),
  };
}

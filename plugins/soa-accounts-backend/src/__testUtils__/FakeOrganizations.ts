import type { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import type { OrganizationsClient } from '@aws-sdk/client-organizations';

interface FakeAccount {
  Id: string;
  Name?: string;
  State?: string;
  Status?: string;
  Paths?: string[];
  parent: string;
  tags?: Record<string, string>;
}

/** An AWS Organizations that gives one item a page, and an empty page first. */
export class FakeOrganizations {
  units: Array<{ Id: string; Name: string; parent?: string }> = [
    { Id: 'r-1', Name: 'Root' },
    { Id: 'ou-w', Name: 'Workloads', parent: 'r-1' },
    { Id: 'ou-p', Name: 'Prod', parent: 'ou-w' },
  ];
  accounts: FakeAccount[] = [];
  /** What CloudTrail shows, newest first. */
  events: Array<{ name: string; accountId: string; time: string }> = [];
  /** Errors by the name of the operation, or operation and resource. */
  failures = new Map<string, Error>();
  /** The names of the operations that were called. */
  calls: string[] = [];

  client(): OrganizationsClient {
    return {
      config: { region: async () => 'us-east-1' },
      send: async (command: { constructor: { name: string }; input: object }) =>
        this.#answer(
          command.constructor.name.replace(/Command$/, ''),
          command.input as Record<string, string | undefined>,
        ),
    } as unknown as OrganizationsClient;
  }

  /** The CloudTrail of the organisation's account. */
  cloudTrail(): CloudTrailClient {
    return {
      send: async (command: {
        constructor: { name: string };
        input: Record<string, any>;
      }) => {
        const { LookupAttributes, StartTime } = command.input;
        const [{ AttributeValue }] = LookupAttributes;
        this.calls.push(`LookupEvents ${AttributeValue}`);
        const failure = this.failures.get('LookupEvents');
        if (failure) {
          throw failure;
        }
        const events = this.events
          .filter(({ name, time }) =>
            name === AttributeValue ? new Date(time) >= StartTime : false,
          )
          .map(({ name, accountId, time }) => ({
            EventName: name,
            EventTime: new Date(time),
            EventSource: 'organizations.amazonaws.com',
            CloudTrailEvent: JSON.stringify({
              requestParameters: { resourceId: accountId },
            }),
          }));
        return page('Events', events, command.input);
      },
    } as unknown as CloudTrailClient;
  }

  #answer(operation: string, input: Record<string, string | undefined>) {
    this.calls.push(operation);
    const failure =
      this.failures.get(operation) ??
      this.failures.get(`${operation} ${input.ResourceId ?? input.ParentId}`);
    if (failure) {
      throw failure;
    }
    const toAccount = ({ parent, tags, ...account }: FakeAccount) => ({
      Name: `account-${account.Id}`,
      Arn: `arn:aws:organizations::1:account/o-1/${account.Id}`,
      Email: `${account.Id}@example.com`,
      ...account,
    });
    const toUnit = ({ Id, Name }: { Id: string; Name: string }) => ({
      Id,
      Name,
      Arn: `arn:aws:organizations::1:ou/o-1/${Id}`,
    });
    switch (operation) {
      case 'DescribeOrganization':
        return { Organization: { Id: 'o-1' } };
      case 'DescribeAccount': {
        const one = this.accounts.find(({ Id }) => Id === input.AccountId);
        if (!one) {
          throw Object.assign(new Error('none'), {
            name: 'AccountNotFoundException',
          });
        }
        return { Account: toAccount(one) };
      }
      case 'ListParents':
        return {
          Parents: this.accounts
            .filter(({ Id }) => Id === input.ChildId)
            .map(({ parent }) => ({ Id: parent })),
        };
      case 'ListRoots':
        return page(
          'Roots',
          this.units.filter(({ parent }) => !parent).map(toUnit),
          input,
        );
      case 'ListOrganizationalUnitsForParent':
        return page(
          'OrganizationalUnits',
          this.units
            .filter(({ parent }) => parent === input.ParentId)
            .map(toUnit),
          input,
        );
      case 'ListAccounts':
        return page('Accounts', this.accounts.map(toAccount), input);
      case 'ListAccountsForParent':
        return page(
          'Accounts',
          this.accounts
            .filter(({ parent }) => parent === input.ParentId)
            .map(toAccount),
          input,
        );
      case 'ListPoliciesForTarget':
        return { Policies: [{ Id: `p-${input.TargetId}`, Name: 'Bounds' }] };
      case 'ListTagsForResource': {
        const { tags = {} } = this.accounts.find(
          ({ Id }) => Id === input.ResourceId,
        )!;
        const list = Object.entries(tags).map(([Key, Value]) => ({
          Key,
          Value,
        }));
        return page('Tags', list, input);
      }
      default:
        throw new Error(`The inventory does not call ${operation}`);
    }
  }
}

function page(
  name: string,
  items: readonly object[],
  { NextToken }: Record<string, string | undefined>,
) {
  const start = NextToken === undefined ? -1 : Number(NextToken);
  return {
    [name]: start < 0 ? [] : items.slice(start, start + 1),
    ...(start + 1 < items.length && { NextToken: String(start + 1) }),
  };
}

import { ListPoliciesForTargetCommand } from '@aws-sdk/client-organizations';
import type {
  OrganizationsClient,
  PolicySummary,
} from '@aws-sdk/client-organizations';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';
import { GUARD_RAIL_TYPES } from '@backstage-soa/plugin-soa-common';
import type {
  Account,
  GuardRail,
  GuardRails,
  GuardRailType,
  OrganizationalUnit,
} from '@backstage-soa/plugin-soa-common';
import { Recent, RecentlyUsed } from '@backstage-soa/plugin-soa-node';
import type { AwsClients } from '@backstage-soa/plugin-soa-node';
import { allPages } from '../organization';

const MAX_AGE_MS = 10 * 60_000;
// Twice as many as an organisation may have units, for each kind of policy.
const MOST_KEPT = 8_000;
// Somebody looks at a page and waits for it.
const PATIENCE_MS = 10_000;

interface Target {
  id: string;
  name: string;
}

/**
 * Reads the policies of AWS Organizations that bound an account: its own, and those of
 * the units above it. Units are shared by accounts, so that what they have is kept for a
 * while.
 */
export class GuardRailReader {
  readonly #kept = new RecentlyUsed<Recent<PolicySummary[]>>(MOST_KEPT);

  constructor(
    private readonly options: {
      aws: Pick<AwsClients, 'organizations'>;
      logger: Pick<LoggerService, 'warn'>;
      now?: () => Date;
    },
  ) {}

  /**
   * @param through - the management account, or one that the organisation has delegated
   * reading to
   * @param units - the root and the units above the account, the root first
   */
  async read(
    account: Account,
    units: readonly OrganizationalUnit[],
    through: string,
  ): Promise<GuardRails> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const targets: Target[] = [...units, account];
    const items: GuardRail[] = [];
    try {
      const client = await this.options.aws.organizations({
        accountId: through,
      });
      // One after another: AWS Organizations throttles who asks for much at once.
      for (const target of targets) {
        for (const type of GUARD_RAIL_TYPES) {
          const policies = await this.#policiesOf(client, target, type, signal);
          items.push(...policies.map(one => toGuardRail(one, target, type)));
        }
      }
      return { items };
    } catch (error) {
      this.options.logger.warn(
        `The guard rails of account ${
          account.id
        } could not be read: ${stringifyError(error)}`,
      );
      return {
        items,
        unknown:
          isError(error) && /AccessDenied/.test(error.name)
            ? 'The portal may not read the policies of the organisation: its role needs organizations:ListPoliciesForTarget.'
            : 'AWS Organizations did not give the policies of the organisation: try again later.',
      };
    }
  }

  #policiesOf(
    client: OrganizationsClient,
    { id: TargetId }: Target,
    Filter: GuardRailType,
    abortSignal: AbortSignal,
  ): Promise<PolicySummary[]> {
    return this.#kept
      .get(
        `${TargetId} ${Filter}`,
        () => new Recent({ maxAgeMs: MAX_AGE_MS, now: this.options.now }),
      )
      .get(() =>
        allPages(async NextToken => {
          const page = await client.send(
            new ListPoliciesForTargetCommand({ TargetId, Filter, NextToken }),
            { abortSignal },
          );
          return { items: page.Policies, next: page.NextToken };
        }),
      );
  }
}

function toGuardRail(
  { Id = '', Name, Description, AwsManaged = false }: PolicySummary,
  { id, name }: Target,
  type: GuardRailType,
): GuardRail {
  return {
    id: Id,
    name: Name ?? Id,
    ...(Description && { description: Description }),
    type,
    isAwsManaged: AwsManaged,
    attachedTo: { id, name },
  };
}

import { GetParametersByPathCommand } from '@aws-sdk/client-ssm';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { RecentlyUsed } from '@backstage-soa/plugin-soa-node';
import type { AwsClients } from '@backstage-soa/plugin-soa-node';

/** What an account, Region and environment share among services. */
export interface PlatformPlace {
  accountId: string;
  region: string;
  environment: string;
}

/** Whether a platform is there; `unknown` where the portal may not look. */
export type PlatformState = 'there' | 'missing' | 'unknown';

const MOST_KEPT = 10_000;
// A form waits for it.
const PATIENCE_MS = 5_000;
const AGE_MS = {
  there: 10 * 60_000,
  // Somebody may be making it, or giving the portal its role.
  missing: 30_000,
  unknown: 60_000,
};

/**
 * Reads from Parameter Store whether the platform contract is there, as a role of
 * the account. What it found is kept for a while.
 */
export class PlatformReader {
  readonly #kept = new RecentlyUsed<{
    state?: Promise<PlatformState>;
    until: number;
  }>(MOST_KEPT);

  constructor(
    private readonly options: {
      aws: Pick<AwsClients, 'ssm'>;
      logger: LoggerService;
      now?: () => number;
    },
  ) {}

  async read(place: PlatformPlace): Promise<PlatformState> {
    const { now = Date.now } = this.options;
    const { accountId, region, environment } = place;
    const kept = this.#kept.get(
      `${accountId}/${region}/${environment}`,
      () => ({ until: 0 }),
    );
    if (!kept.state || kept.until <= now()) {
      kept.until = Number.POSITIVE_INFINITY;
      kept.state = this.#ask(place).then(state => {
        kept.until = now() + AGE_MS[state];
        return state;
      });
    }
    return kept.state;
  }

  async #ask(place: PlatformPlace): Promise<PlatformState> {
    const { aws, logger } = this.options;
    const { accountId, region, environment } = place;
    try {
      const client = await aws.ssm({ accountId, region });
      const { Parameters = [] } = await client.send(
        new GetParametersByPathCommand({
          Path: `/soa/platform/${environment}`,
          MaxResults: 1,
        }),
        { abortSignal: AbortSignal.timeout(PATIENCE_MS) },
      );
      return Parameters.length > 0 ? 'there' : 'missing';
    } catch (error) {
      logger.warn(
        `Whether ${accountId} has a platform for ${environment} in ${region} is not known: ${stringifyError(
          error,
        )}`,
      );
      return 'unknown';
    }
  }
}

import { paginateGetParametersByPath } from '@aws-sdk/client-ssm';
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

/**
 * The names of what a platform publishes, none where there is no platform;
 * `unknown` where the portal may not look.
 */
export type PlatformState = ReadonlySet<string> | 'unknown';

const MOST_KEPT = 10_000;
// A form waits for it.
const PATIENCE_MS = 5_000;
const LARGEST_PAGE = 10;
const AGE_MS = {
  there: 10 * 60_000,
  // Somebody may be making it, or giving the portal its role.
  missing: 30_000,
  unknown: 60_000,
};

/**
 * Reads from Parameter Store what is there of the platform contract, as a role of
 * the account. What it found is kept for a while.
 */
export class PlatformReader {
  readonly #kept = new RecentlyUsed<{
    state?: Promise<PlatformState>;
    found?: PlatformState;
    since: number;
  }>(MOST_KEPT);

  constructor(
    private readonly options: {
      aws: Pick<AwsClients, 'ssm'>;
      logger: LoggerService;
      now?: () => number;
    },
  ) {}

  /** @param needed - what is looked for: asked for again soon while it is missing */
  async read(
    place: PlatformPlace,
    needed: readonly string[],
  ): Promise<PlatformState> {
    const { now = Date.now } = this.options;
    const { accountId, region, environment } = place;
    const kept = this.#kept.get(
      `${accountId}/${region}/${environment}`,
      () => ({ since: 0 }),
    );
    const isOld =
      kept.found && kept.since + AGE_MS[kindOf(kept.found, needed)] <= now();
    if (!kept.state || isOld) {
      kept.found = undefined;
      kept.state = this.#ask(place).then(found => {
        kept.found = found;
        kept.since = now();
        return found;
      });
    }
    return kept.state;
  }

  async #ask(place: PlatformPlace): Promise<PlatformState> {
    const { aws, logger } = this.options;
    const { accountId, region, environment } = place;
    const path = `/soa/platform/${environment}`;
    try {
      const client = await aws.ssm({ accountId, region });
      const pages = paginateGetParametersByPath(
        { client, pageSize: LARGEST_PAGE },
        { Path: path },
        { abortSignal: AbortSignal.timeout(PATIENCE_MS) },
      );
      const names = new Set<string>();
      for await (const { Parameters = [] } of pages) {
        for (const { Name = '' } of Parameters) {
          names.add(Name.slice(path.length + 1));
        }
      }
      return names;
    } catch (error) {
      logger.warn(
        `What the platform of ${accountId} publishes for ${environment} in ${region} is not known: ${stringifyError(
          error,
        )}`,
      );
      return 'unknown';
    }
  }
}

function kindOf(
  found: PlatformState,
  needed: readonly string[],
): keyof typeof AGE_MS {
  if (found === 'unknown') {
    return 'unknown';
  }
  return found.size > 0 && needed.every(name => found.has(name))
    ? 'there'
    : 'missing';
}

import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, stringifyError } from '@backstage/errors';
import { readVpcs } from '@backstage-soa/plugin-soa-node';
import type { AwsClients } from '@backstage-soa/plugin-soa-node';
import type { VpcPlace, VpcStore } from './VpcStore';

const PATIENCE_MS = 45_000;

/** Reads the VPCs of accounts and Regions with the portal's own credentials. */
export class VpcReader {
  readonly #reading = new Map<string, Promise<string | undefined>>();

  constructor(
    private readonly options: {
      store: VpcStore;
      aws: Pick<AwsClients, 'ec2'>;
      logger: Pick<LoggerService, 'warn'>;
      now?: () => Date;
    },
  ) {}

  /**
   * Makes sure that the VPCs of an account and Region were read to their end once.
   *
   * @throws ServiceUnavailableError if they cannot be
   */
  async ensureRead({ account, region }: VpcPlace): Promise<void> {
    const reading = await this.options.store.reading({ account, region });
    if (reading?.readAt) {
      return;
    }
    const error = await this.read({ account, region });
    if (error) {
      throw new ServiceUnavailableError(
        `account: which VPCs are in ${account}, ${region} cannot be read, so that no range is given out there: let the portal's role in that account call ec2:DescribeVpcs, then try again. ${error}`,
      );
    }
  }

  /**
   * Reads them now: whoever asks meanwhile gets the same answer.
   *
   * @returns why they could not be read to their end
   */
  read({ account, region }: VpcPlace): Promise<string | undefined> {
    const key = `${account}/${region}`;
    const going = this.#reading.get(key);
    if (going) {
      return going;
    }
    const reading = this.#read({ account, region }).finally(() =>
      this.#reading.delete(key),
    );
    this.#reading.set(key, reading);
    return reading;
  }

  async #read(place: VpcPlace): Promise<string | undefined> {
    const { store, aws, logger, now = () => new Date() } = this.options;
    const { account, region } = place;
    // What is made while it is read may be missing in it.
    const began = now().toISOString();
    let ranges;
    try {
      ranges = await readVpcs(
        aws,
        { accountId: account, region },
        AbortSignal.timeout(PATIENCE_MS),
      );
    } catch (error) {
      const reason = stringifyError(error);
      await store.noteFailure(place, reason, began);
      logger.warn(
        `The VPCs of ${account} in ${region} could not be read: ${reason}`,
      );
      return reason;
    }
    await store.save(place, ranges, began);
    return undefined;
  }
}

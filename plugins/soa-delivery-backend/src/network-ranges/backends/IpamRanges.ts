import type { EC2Client, IpamPoolAllocation } from '@aws-sdk/client-ec2';
import { ConflictError, ForwardedError, isError } from '@backstage/errors';
import { loadEc2 } from '@backstage-soa/plugin-soa-node';
import type { AwsClients } from '@backstage-soa/plugin-soa-node';
import type { RangeRecord, RangeStore, RangeWish } from '../store';
import type { RangeBackend } from './RangeBackend';

// Longer than whoever asks for one waits for AWS: until then, one may still come.
const PATIENCE_MS = 10 * 60_000;

/**
 * Ranges of a pool of AWS IPAM, which sees to it that none is given twice. Each is
 * found again by its description: what was asked for may have been given without
 * anybody hearing of it.
 */
export class IpamRanges implements RangeBackend {
  constructor(
    private readonly options: {
      store: RangeStore;
      aws: Pick<AwsClients, 'ec2'>;
      pool: { poolId: string; account: string; region: string };
      now?: () => Date;
    },
  ) {}

  async allocate(wish: RangeWish): Promise<RangeRecord> {
    const { store, pool } = this.options;
    const announced = await store.announce(wish);
    if (announced.state === 'held') {
      return announced;
    }
    const client = await this.#client();
    const allocation =
      (await this.#find(client, announced)) ??
      (await this.#ask(client, announced));
    const settled = await store.settle(announced, {
      cidr: allocation.Cidr!,
      allocationId: allocation.IpamPoolAllocationId!,
    });
    if (settled?.state !== 'held') {
      throw new ConflictError(
        `name: the range of ${pool.poolId} was freed while it was allocated: try again in a minute`,
      );
    }
    return settled;
  }

  async giveBack(range: RangeRecord): Promise<boolean> {
    const { store, pool, now = () => new Date() } = this.options;
    const client = await this.#client();
    const known = range.allocationId
      ? { Cidr: range.cidr, IpamPoolAllocationId: range.allocationId }
      : await this.#find(client, range);
    if (!known) {
      const since = now().getTime() - Date.parse(range.releasedAt ?? '');
      if (since < PATIENCE_MS) {
        return false;
      }
    } else {
      const { ReleaseIpamPoolAllocationCommand } = loadEc2();
      try {
        await client.send(
          new ReleaseIpamPoolAllocationCommand({
            IpamPoolId: pool.poolId,
            Cidr: known.Cidr,
            IpamPoolAllocationId: known.IpamPoolAllocationId,
          }),
        );
      } catch (error) {
        if (
          !isError(error) ||
          error.name !== 'InvalidIpamPoolAllocationId.NotFound'
        ) {
          throw error;
        }
      }
    }
    await store.forget(range);
    return true;
  }

  async #ask(
    client: EC2Client,
    { id, prefixLength, pool }: RangeRecord,
  ): Promise<IpamPoolAllocation> {
    const { AllocateIpamPoolCidrCommand } = loadEc2();
    try {
      const { IpamPoolAllocation: given } = await client.send(
        new AllocateIpamPoolCidrCommand({
          IpamPoolId: this.options.pool.poolId,
          NetmaskLength: prefixLength,
          ClientToken: id,
          Description: descriptionOf(id),
        }),
      );
      return given!;
    } catch (error) {
      throw new ForwardedError(
        `pool: AWS IPAM gives no /${prefixLength} of ${pool}`,
        error,
      );
    }
  }

  async #find(
    client: EC2Client,
    { id }: RangeRecord,
  ): Promise<IpamPoolAllocation | undefined> {
    const { paginateGetIpamPoolAllocations } = loadEc2();
    for await (const {
      IpamPoolAllocations = [],
    } of paginateGetIpamPoolAllocations(
      { client },
      { IpamPoolId: this.options.pool.poolId },
    )) {
      const found = IpamPoolAllocations.find(
        ({ Description }) => Description === descriptionOf(id),
      );
      if (found) {
        return found;
      }
    }
    return undefined;
  }

  #client(): Promise<EC2Client> {
    const { account, region } = this.options.pool;
    return this.options.aws.ec2({ accountId: account, region });
  }
}

function descriptionOf(id: string): string {
  return `backstage-soa ${id}`;
}

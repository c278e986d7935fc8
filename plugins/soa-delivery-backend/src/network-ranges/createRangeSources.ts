import type { AwsClients } from '@backstage-soa/plugin-soa-node';
import { IpamRanges, TableRanges } from './backends';
import type { NetworkPool } from './pools';
import { RangeSources } from './RangeSources';
import type { RangeStore } from './store';
import type { VpcReader, VpcStore } from './vpcs';

/** The pools, each with our own table or AWS IPAM behind it. */
export function createRangeSources(
  pools: readonly NetworkPool[],
  options: {
    store: RangeStore;
    vpcs: VpcStore;
    reader: VpcReader;
    aws: Pick<AwsClients, 'ec2'>;
    now?: () => Date;
  },
): RangeSources {
  return new RangeSources(pools, ({ source }) =>
    source.kind === 'ipam'
      ? new IpamRanges({ ...options, pool: source })
      : new TableRanges({ ...options, spans: source.spans }),
  );
}

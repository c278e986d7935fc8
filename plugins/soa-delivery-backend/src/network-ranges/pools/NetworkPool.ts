import type { Span } from './Span';

/** What ranges are taken from. */
export interface NetworkPool {
  name: string;
  /** Where it is for; anywhere if absent. */
  regions?: ReadonlySet<string>;
  environments?: ReadonlySet<string>;
  accounts?: ReadonlySet<string>;
  defaultPrefixLength: number;
  /** Those that may be asked for. */
  prefixLengths: ReadonlySet<number>;
  source:
    | { kind: 'table'; spans: readonly Span[] }
    | { kind: 'ipam'; poolId: string; account: string; region: string };
}

import {
  RELATION_HOSTS,
  RELATION_RUNS_IN,
} from '@backstage-soa/plugin-soa-common';
import type { RelationPairs } from '@backstage/plugin-catalog-graph';

/**
 * The relations between services and the accounts that they run in.
 *
 * @public
 */
export const SOA_RELATIONS: string[] = [RELATION_RUNS_IN, RELATION_HOSTS];

/**
 * The two sides of one line: what hosts, and what runs in it.
 *
 * @public
 */
export const SOA_RELATION_PAIRS: RelationPairs = [
  [RELATION_HOSTS, RELATION_RUNS_IN],
];

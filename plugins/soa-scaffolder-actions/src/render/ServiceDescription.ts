import type { ResolvedPlacement } from '@backstage-soa/plugin-soa-common';
import type { ConsumedService } from '../inputs';

/** A service, as its form describes it. */
export interface ServiceDescription {
  componentRef: string;
  name: string;
  owner: string;
  placements: readonly ResolvedPlacement[];
  /** Names of the environments that people depend on. */
  productionEnvironments: readonly string[];
  /** What the module is told, beside the placement. */
  settings: Readonly<Record<string, unknown>>;
  /** What it is told in one environment instead, by environment. */
  environmentSettings?: Readonly<
    Record<string, Readonly<Record<string, unknown>>>
  >;
  /** What the service calls, by the key of the placement that does. */
  consumes?: Readonly<Record<string, readonly ConsumedService[]>>;
  /** What it reads of its platform because of its settings; absent if unknown. */
  needs?: readonly string[];
  /** The host of HCP Terraform that runs it. */
  hostname?: string;
  /** The policy that bounds its roles, as path and name: `soa/service-boundary`. */
  permissionsBoundary?: string;
}

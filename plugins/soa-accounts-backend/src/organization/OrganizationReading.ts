import type {
  Account,
  OrganizationalUnit,
} from '@backstage-soa/plugin-soa-common';
import type { KeptTags } from './KeptTags';

/** A part of an organisation, or all of it. */
export interface OrganizationReading {
  units: OrganizationalUnit[];
  accounts: Account[];
  /** Those that have been read again, or could not be, by account. */
  tags: ReadonlyMap<string, KeptTags>;
}

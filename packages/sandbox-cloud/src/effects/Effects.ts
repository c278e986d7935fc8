import type { ApiCall } from '../cloudtrail';

/** What an apply does: the calls that it makes and the outputs that it leaves. */
export interface Effects {
  create: ApiCall[];
  update: ApiCall[];
  outputs: Record<string, string>;
  /** How many resources the state holds. */
  resourceCount: number;
}

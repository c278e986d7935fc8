import type { ApiCall } from '../cloudtrail';

/** What an apply does: the calls that it makes and the outputs that it leaves. */
export interface Effects {
  create: ApiCall[];
  update: ApiCall[];
  outputs: Record<string, string>;
  /** The addresses that the state holds; what an update changes is last. */
  resources: string[];
}

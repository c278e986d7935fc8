import { registerFindPlacements } from './registerFindPlacements';
import { registerGetAccount } from './registerGetAccount';
import { registerListAccounts } from './registerListAccounts';
import { registerResolvePlacements } from './registerResolvePlacements';
import type { ActionOptions } from './ActionOptions';

/** What the inventory answers to assistants and to steps of templates. */
export function registerActions(options: ActionOptions): void {
  registerFindPlacements(options);
  registerGetAccount(options);
  registerListAccounts(options);
  registerResolvePlacements(options);
}

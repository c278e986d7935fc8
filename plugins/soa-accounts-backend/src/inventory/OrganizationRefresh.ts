import type { AwsClients } from '@backstage-soa/plugin-soa-node';
import { findTagChanges, readAccount, readOrganization } from '../organization';
import type { InventoryStore } from '../store';
import type { InventorySettings } from './InventorySettings';

/** What to record of a whole read of an organisation. */
export interface OrganizationRecord {
  warnings: string[];
  changesUntil?: string;
  rules: string[];
}

/** The name as a source of an organisation that is read through an account. */
export function organizationSource(accountId: string): string {
  return `aws-organizations:${accountId}`;
}

/** Reads organisations into the store, as a whole or an account at a time. */
export class OrganizationRefresh {
  constructor(
    private readonly options: {
      settings: InventorySettings;
      awsClients: AwsClients;
      store: InventoryStore;
      now: () => Date;
    },
  ) {}

  /**
   * Reads all of it, and removes what is gone.
   *
   * @param accountId - through which it is read
   * @throws if it could not be read to its end: then nothing is removed
   */
  async readAll(
    accountId: string,
    signal?: AbortSignal,
  ): Promise<OrganizationRecord> {
    const { awsClients, settings, store, now } = this.options;
    const source = organizationSource(accountId);
    const beganAt = now();
    const before = await store.idsOf(source);
    const known = new Map(
      (await store.listAccounts()).map(account => [account.id, account]),
    );
    const client = await awsClients.organizations({ accountId });
    const { unitIds, accountIds, warnings, changesUntil, rules } =
      await readOrganization({
        ...settings,
        client,
        maxAge: settings.tagsMaxAge,
        lastKnown: id => known.get(id),
        keptTags: ids => store.keptTags(source, ids),
        changes: async managementAccountId => {
          // By AWS's clock, once the SDK has found that ours is another.
          const offset = client.config.systemClockOffset ?? 0;
          const asked = new Date(beganAt.getTime() + offset);
          // All tags are read in any case.
          if (!(await store.hasKeptTags(source))) {
            return {
              byAccount: new Map(),
              warnings: [],
              until: asked.toISOString(),
            };
          }
          return findTagChanges({
            awsClients,
            accountId,
            managementAccountId,
            region: await client.config.region(),
            until: await store.sources.changesUntil(source),
            maxAge: settings.tagsMaxAge,
            now: asked,
            signal,
          });
        },
        save: part => store.saveOrganization(source, part, { beganAt }),
        now,
        signal,
      });
    // Whoever reads for too long has lost the lock to another replica.
    signal?.throwIfAborted();
    const gone = {
      unitIds: without(before.unitIds, unitIds),
      accountIds: without(before.accountIds, accountIds),
    };
    settings.removalLimit.check('accounts', {
      known: before.accountIds.length,
      gone: gone.accountIds.length,
      left: accountIds.length,
    });
    await store.removeFromOrganization(source, gone);
    return {
      warnings: [...(await this.#idleRules(source, rules)), ...warnings],
      rules,
      ...(changesUntil && { changesUntil }),
    };
  }

  /**
   * Reads one account again, and what is known of it stays where that fails.
   *
   * @param accountId - through which its organisation is read
   * @returns whether that was enough; else all has to be read
   */
  async readOne(accountId: string, wanted: string): Promise<boolean> {
    const { awsClients, settings, store, now } = this.options;
    const source = organizationSource(accountId);
    const beganAt = now();
    const part = await readAccount({
      ...settings,
      client: await awsClients.organizations({ accountId }),
      accountId: wanted,
      known: await store.getAccount(wanted),
      kept: (await store.keptTags(source, [wanted])).get(wanted),
      unitOf: id => store.getUnit(id),
      now,
    });
    if (part) {
      await store.saveOrganization(source, part, { toldAt: beganAt });
    }
    return part !== undefined;
  }

  /** Says which rules hold for no account, of this organisation or any other. */
  async #idleRules(source: string, rules: readonly string[]) {
    const { settings, store } = this.options;
    const others = settings.managementAccounts
      .map(organizationSource)
      .filter(id => id !== source);
    const elsewhere = await store.sources.matchedRules(others);
    return settings.describer.ruleKeys
      .filter(key => elsewhere && !elsewhere.has(key) && !rules.includes(key))
      .map(key => `${key} holds for no account: mend it, or remove it`);
  }
}

function without(ids: readonly string[], those: readonly string[]): string[] {
  const left = new Set(those);
  return ids.filter(id => !left.has(id));
}

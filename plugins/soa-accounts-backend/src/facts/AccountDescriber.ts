import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readEnvironments } from '@backstage-soa/plugin-soa-node';
import type { AccountRule } from './AccountRule';
import { AccountTags } from './AccountTags';
import type { AccountFacts } from './AccountTags';
import { readAccountRules } from './readAccountRules';

/** What is said of an account, and by whom. */
export interface AccountDescription {
  facts: AccountFacts;
  problems: string[];
  /** The keys of the rules that hold for it, whether or not anything is left to say. */
  rules: string[];
}

/**
 * Says what an account is for, fact by fact: its own tag; else the first rule of
 * `soa.accounts.rules` that holds for it and says something of that; else
 * `soa.accounts.defaults`. A tag that is not understood has been written all the
 * same, and no rule takes its place.
 */
export class AccountDescriber {
  /** @throws InputError that names the key at fault */
  static fromConfig(config: RootConfigService): AccountDescriber {
    const environments = readEnvironments(config).map(({ name }) => name);
    const { rules, defaults } = readAccountRules(config, environments);
    return new AccountDescriber(
      AccountTags.fromConfig(config),
      rules,
      defaults,
      environments,
    );
  }

  private constructor(
    private readonly tags: AccountTags,
    private readonly rules: readonly AccountRule[],
    private readonly defaults: Partial<AccountFacts>,
    private readonly environments: readonly string[],
  ) {}

  /** Where the configuration has rules. */
  get ruleKeys(): string[] {
    return this.rules.map(({ key }) => key);
  }

  /** Whether `soa.environments` has it, or names none at all. */
  knowsEnvironment(name: string): boolean {
    return this.environments.length === 0 || this.environments.includes(name);
  }

  describe(account: {
    /** Absent where they could never be read: then no rule opens the account. */
    tags: Readonly<Record<string, string>> | undefined;
    organizationalUnitPath: string;
  }): AccountDescription {
    const { tags, organizationalUnitPath } = account;
    if (!tags) {
      return { ...this.tags.read({}), rules: [] };
    }
    const { facts: tagged, problems } = this.tags.read(tags);
    const said = this.tags.saidBy(tags);
    const holding = this.rules.filter(
      rule =>
        (rule.isIn?.(organizationalUnitPath) ?? true) &&
        rule.tags.every(
          ({ key, matches }) =>
            Object.hasOwn(tags, key) && (matches?.(tags[key]) ?? true),
        ),
    );
    const layers = [
      this.defaults,
      ...holding.map(({ facts }) => facts).reverse(),
    ];
    const configured: Partial<AccountFacts> = Object.assign({}, ...layers);
    const rest = Object.fromEntries(
      Object.entries(configured).filter(([field]) => !said.has(field)),
    );
    const facts: AccountFacts = { ...tagged, ...rest };
    return {
      facts: { ...facts, regions: this.tags.allowed(facts.regions) },
      problems,
      rules: holding.map(({ key }) => key),
    };
  }
}

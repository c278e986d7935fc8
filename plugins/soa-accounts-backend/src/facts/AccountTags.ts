import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  readAccountTagNames,
  readAllowedRegions,
} from '@backstage-soa/plugin-soa-node';
import type { AccountTagNames } from '@backstage-soa/plugin-soa-node';
import {
  GLOBAL_REGION,
  isRegion,
  isRuntime,
  ownerRef,
} from '@backstage-soa/plugin-soa-common';
import type { Account } from '@backstage-soa/plugin-soa-common';

type Field = keyof AccountTagNames;

/** What tags say of an account. */
export type AccountFacts = Pick<Account, Field>;

/** Which tag of an account says what: `soa.aws.tags`. */
export class AccountTags {
  static fromConfig(config: RootConfigService): AccountTags {
    return new AccountTags(
      readAccountTagNames(config),
      readAllowedRegions(config),
    );
  }

  private constructor(
    private readonly names: AccountTagNames,
    private readonly allowedRegions: readonly string[],
  ) {}

  /**
   * Reads tags. Values of tags hold no commas: lists are separated by spaces.
   * What cannot be understood is left out and told as a problem. An
   * `allowedOwners` that cannot be understood admits nobody. Regions that
   * `soa.regions` does not allow are none that the account offers.
   */
  read(tags: Readonly<Record<string, string>>): {
    facts: AccountFacts;
    problems: string[];
  } {
    const problems: string[] = [];
    const value = (field: Field) =>
      tags[this.names[field]]?.trim() || undefined;
    const understood = <T>(
      field: Field,
      parse: (item: string) => T | undefined,
    ): T[] | undefined =>
      value(field)
        ?.split(/\s+/)
        .flatMap(item => {
          const parsed = parse(item);
          if (parsed === undefined) {
            problems.push(
              `tag ${this.names[field]} holds "${item}", which is not understood`,
            );
            return [];
          }
          return [parsed];
        });
    return {
      facts: {
        environment: value('environment'),
        runtimes:
          understood('runtimes', item =>
            isRuntime(item) ? item : undefined,
          ) ?? [],
        regions: this.allowed(
          understood('regions', item => (isRegion(item) ? item : undefined)) ??
            [],
        ),
        owner: understood('owner', ownerRef)?.[0],
        businessUnit: value('businessUnit'),
        allowedOwners: understood('allowedOwners', ownerRef),
      },
      problems,
    };
  }

  /** The facts that tags say something of, be it understood or not. */
  saidBy(tags: Readonly<Record<string, string>>): Set<string> {
    return new Set(
      (Object.keys(this.names) as Field[]).filter(field =>
        tags[this.names[field]]?.trim(),
      ),
    );
  }

  /** Those of Regions that `soa.regions` allows. */
  allowed(regions: readonly string[]): string[] {
    return regions.filter(
      region =>
        this.allowedRegions.length === 0 ||
        region === GLOBAL_REGION ||
        this.allowedRegions.includes(region),
    );
  }
}

import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { AccountFacts } from './AccountTags';
import type { AccountRule, TagCondition } from './AccountRule';
import { pathMatcher } from './pathMatcher';
import { readFacts } from './readFacts';
import { refuseOtherKeys } from './refuseOtherKeys';
import { wildcardMatcher } from './wildcardMatcher';

type Config = ReturnType<RootConfigService['getConfig']>;

const RULES = 'soa.accounts.rules';
const DEFAULTS = 'soa.accounts.defaults';

/**
 * What `soa.accounts.rules` and `soa.accounts.defaults` say.
 *
 * @param environments - those of `soa.environments`; none where it has none
 * @throws InputError that names the key at fault
 */
export function readAccountRules(
  config: RootConfigService,
  environments: readonly string[],
): { rules: AccountRule[]; defaults: Partial<AccountFacts> } {
  const entries = config.getOptionalConfigArray(RULES) ?? [];
  const rules = entries.map((entry, index) =>
    readRule(entry, `${RULES}[${index}]`, environments),
  );
  const defaults = config.getOptionalConfig(DEFAULTS);
  return {
    rules,
    defaults: defaults ? readFacts(defaults, DEFAULTS, environments) : {},
  };
}

function readRule(
  entry: Config,
  key: string,
  environments: readonly string[],
): AccountRule {
  refuseOtherKeys(entry, key, ['when', 'set']);
  const when = entry.getOptionalConfig('when');
  if (when) {
    refuseOtherKeys(when, `${key}.when`, ['organizationalUnit', 'tags']);
  }
  const tags = (entry.getOptionalConfigArray('when.tags') ?? []).map(
    (tag, index) => readTag(tag, `${key}.when.tags[${index}]`),
  );
  const path = entry.getOptionalString('when.organizationalUnit');
  if (tags.length === 0 && path === undefined) {
    throw new InputError(
      `${key}.when is empty: write tags, organizationalUnit or both; what holds for every account goes under ${DEFAULTS}`,
    );
  }
  if (path !== undefined && /^\/|\/$|\/\//.test(path)) {
    throw new InputError(
      `${key}.when.organizationalUnit is "${path}": write the names of units from the root down, such as Workloads/Prod`,
    );
  }
  const facts = readFacts(
    entry.getOptionalConfig('set') ?? entry.getConfig('set'),
    `${key}.set`,
    environments,
  );
  if (Object.keys(facts).length === 0) {
    throw new InputError(
      `${key}.set is empty: write what accounts have, such as environment: prod`,
    );
  }
  return {
    key,
    tags,
    ...(path !== undefined && { isIn: pathMatcher(path) }),
    facts,
  };
}

function readTag(tag: Config, key: string): TagCondition {
  refuseOtherKeys(tag, key, ['key', 'value']);
  const name = tag.getString('key');
  const value = tag.getOptionalString('value');
  return value === undefined
    ? { key: name }
    : { key: name, matches: wildcardMatcher(value) };
}

import type { AccountDescriber } from '../facts';

const MOST_NAMED = 5;

/** What a whole read has come to know of the configuration that it was read by. */
export class FactsReport {
  readonly #rules = new Set<string>();
  readonly #strangers = new Map<string, string[]>();

  constructor(private readonly describer: AccountDescriber) {}

  add(
    accountId: string,
    account: { environment?: string; rules: readonly string[] },
  ): void {
    account.rules.forEach(rule => this.#rules.add(rule));
    const { environment } = account;
    if (environment && !this.describer.knowsEnvironment(environment)) {
      const ids = this.#strangers.get(environment) ?? [];
      this.#strangers.set(environment, [...ids, accountId]);
    }
  }

  /** The keys of rules that have held for some account. */
  get rules(): string[] {
    return [...this.#rules].sort();
  }

  get warnings(): string[] {
    return [...this.#strangers].map(([environment, ids]) => {
      const named = ids.slice(0, MOST_NAMED).join(', ');
      const more = ids.length - MOST_NAMED;
      return `environment "${environment}" is none of soa.environments, and accounts have it: ${named}${
        more > 0 ? ` and ${more} more` : ''
      }`;
    });
  }
}

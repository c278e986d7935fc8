import type { AttributionRule } from '@backstage-soa/plugin-soa-common';
import type { NamedArns } from '../record';
import { contains } from './contains';

/** Anywhere: of what belongs to no component, which nobody sees by it. */
const ANYWHERE = '*';

/** The account in an ARN; S3 and some others leave it out. */
function accountOfArn(arn: string): string {
  return arn.split(':')[4] ?? '';
}

/** Who an ARN belongs to, and by which rule; several if it is shared. */
export class ArnOwners {
  /** By ARN; by account and ARN where that does not name the account. */
  readonly #owners = new Map<string, Map<string, AttributionRule>>();

  /**
   * @param accounts - those whose resources the owner can have; any if
   *   `undefined`. What is in another account stays that account's
   * @returns whether it is the owner's
   */
  add(
    arn: string,
    accounts: ReadonlySet<string> | undefined,
    owner: string,
    rule: AttributionRule,
  ): boolean {
    const account = accountOfArn(arn);
    if (account && accounts && !accounts.has(account)) {
      return false;
    }
    const keys = account
      ? [arn]
      : [...(accounts ?? [ANYWHERE])].map(one => `${one} ${arn}`);
    for (const key of keys) {
      const owners = this.#owners.get(key) ?? new Map();
      this.#owners.set(key, owners);
      // What is known as a role by one output can be named by another.
      if (owners.get(owner) !== 'role') {
        owners.set(owner, rule);
      }
    }
    return keys.length > 0;
  }

  /** Those whose role it is. */
  ofRole(arn: string | undefined): string[] {
    return [...(this.#owners.get(arn ?? '') ?? [])].flatMap(([owner, rule]) =>
      rule === 'role' ? [owner] : [],
    );
  }

  /**
   * Those that belong to what an event was on: to all of it, but for what others
   * of it are in. What the event names besides adds whom alone it belongs to;
   * where nobody is known by the rest, the least shared of it decides.
   *
   * @param options - `isOwned`: whether it has an owner already. Then what is in
   *   something shared need not be known itself: a run that makes a service says
   *   nothing to the others on the cluster, though no state has the service yet.
   *   `isWhole`: whether who is not known here is an owner nowhere; if not, nobody
   *   gets anything because there are no others
   */
  ofEvent(
    { actedOn, single, mentioned }: NamedArns,
    account: string,
    { isOwned, isWhole }: { isOwned: boolean; isWhole: boolean },
  ): Set<string> {
    const known = [...actedOn].filter(arn => this.#of(arn, account).length > 0);
    const inside = isOwned || !isWhole ? [...actedOn] : known;
    const found = new Set(
      known
        .filter(
          arn =>
            !single.has(arn) || !inside.some(inner => contains(arn, inner)),
        )
        .flatMap(arn => this.#of(arn, account)),
    );
    if (!isWhole) {
      return found;
    }
    const besides = [...mentioned]
      .map(arn => this.#of(arn, account))
      .filter(owners => owners.length > 0);
    const fewest =
      isOwned || found.size > 0
        ? 1
        : Math.min(...besides.map(({ length }) => length));
    for (const owners of besides) {
      if (owners.length === fewest) {
        owners.forEach(owner => found.add(owner));
      }
    }
    return found;
  }

  /** One line for each fact. */
  lines(): string[] {
    return [...this.#owners].flatMap(([arn, owners]) =>
      [...owners].map(([owner, rule]) => `${arn} ${owner} ${rule}`),
    );
  }

  #of(arn: string, account: string): string[] {
    const keys = accountOfArn(arn)
      ? [arn]
      : [`${account} ${arn}`, `${ANYWHERE} ${arn}`];
    return [
      ...new Set(
        keys.flatMap(key => [...(this.#owners.get(key)?.keys() ?? [])]),
      ),
    ];
  }
}

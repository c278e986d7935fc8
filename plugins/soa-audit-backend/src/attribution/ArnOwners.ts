import type { AttributionRule } from '@backstage-soa/plugin-soa-common';

/** Who an ARN belongs to, and by which rule; several if it is shared. */
export class ArnOwners {
  readonly #owners = new Map<string, Map<string, AttributionRule>>();

  add(arn: string, owner: string, rule: AttributionRule): void {
    const owners = this.#owners.get(arn) ?? new Map();
    this.#owners.set(arn, owners.set(owner, rule));
  }

  of(arn: string | undefined): string[] {
    return [...(this.#owners.get(arn ?? '')?.keys() ?? [])];
  }

  /**
   * Those that the ARNs belong to. What is shared counts only where nothing less
   * shared is named: an update of a service names its cluster as well.
   */
  ofLeastShared(arns: Iterable<string>): Set<string> {
    const known = [...arns].map(arn => this.of(arn)).filter(all => all.length);
    const fewest = Math.min(...known.map(({ length }) => length));
    return new Set(known.filter(({ length }) => length === fewest).flat());
  }

  /** One line for each fact. */
  lines(): string[] {
    return [...this.#owners].flatMap(([arn, owners]) =>
      [...owners].map(([owner, rule]) => `${arn} ${owner} ${rule}`),
    );
  }
}

import { workspaceSource } from '../inventory';
import type { SourceState } from '../store';

/** How far what is known of workspaces is to be relied on. */
export class WorkspaceKnowledge {
  /** Whether a workspace that is not known is not there. */
  readonly isComplete: boolean;
  readonly #outdated: ReadonlySet<string>;

  constructor(options: {
    /** The HCP Terraform organizations that are configured. */
    organizations: readonly string[];
    sources: readonly SourceState[];
    /** After how many milliseconds without a whole read it is not. */
    longestAge: number;
    now: Date;
  }) {
    const { organizations, sources, longestAge, now } = options;
    const stateOf = (organization: string) =>
      sources.find(({ id }) => id === workspaceSource(organization));
    const isOutdated = (organization: string) => {
      const { readAt } = stateOf(organization) ?? {};
      return !!readAt && now.getTime() - readAt.getTime() > longestAge;
    };
    this.#outdated = new Set(organizations.filter(isOutdated));
    this.isComplete =
      organizations.length > 0 &&
      this.#outdated.size === 0 &&
      organizations.every(organization => {
        const { readAt, failedAt } = stateOf(organization) ?? {};
        return readAt && !failedAt;
      });
  }

  /** Whether what is known of an organization's workspaces is too old. */
  isOutdated(organization: string): boolean {
    return this.#outdated.has(organization);
  }

  /** Two that say the same are equal. */
  get key(): string {
    return JSON.stringify([this.isComplete, ...this.#outdated]);
  }
}

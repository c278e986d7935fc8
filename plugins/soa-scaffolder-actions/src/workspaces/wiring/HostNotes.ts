/** So many workspaces without it, and none with it: it is the host that lacks it. */
const MOST_WITHOUT = 3;

/**
 * What a host does not offer, found out by the first workspaces and not asked
 * for by the next; said once, however many workspaces it concerns.
 */
export class HostNotes {
  readonly #lacks = new Set<string>();
  readonly #offers = new Set<string>();
  readonly #without = new Map<string, number>();

  constructor(private readonly tell: (note: string) => void) {}

  lacks(feature: string): boolean {
    return this.#lacks.has(feature);
  }

  miss(feature: string, note: string): void {
    if (!this.#lacks.has(feature)) {
      this.#lacks.add(feature);
      this.tell(note);
    }
  }

  /**
   * A workspace did not take it: its own fault, unless several did not and none
   * did.
   */
  missIn(feature: string, notes: { workspace: string; host: string }): void {
    const without = (this.#without.get(feature) ?? 0) + 1;
    this.#without.set(feature, without);
    if (without >= MOST_WITHOUT && !this.#offers.has(feature)) {
      this.miss(feature, notes.host);
    } else {
      this.tell(notes.workspace);
    }
  }

  /** A workspace took it, so the host offers it, whatever others made of it. */
  found(feature: string): void {
    this.#offers.add(feature);
    this.#lacks.delete(feature);
  }
}

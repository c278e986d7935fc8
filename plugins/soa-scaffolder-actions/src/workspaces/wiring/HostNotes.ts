/**
 * What a host does not offer, found out by the first workspace and not asked
 * for by the next; said once, however many workspaces it concerns.
 */
export class HostNotes {
  readonly #lacks = new Set<string>();

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
}

/** Counts moments, and kills at one of them. */
export class Moments {
  seen = 0;
  /** Settles when whoever is killed has ended. */
  killed;
  #point;
  #kill;

  constructor(point, kill) {
    this.#point = point;
    this.#kill = kill;
  }

  pass() {
    if (!this.killed) {
      this.seen += 1;
      if (this.seen === this.#point) {
        this.killed = this.#kill();
      }
    }
  }
}

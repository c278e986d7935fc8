/** Counts what passed and what failed, and what could not run. */
export class Tally {
  passed = 0;
  failed = 0;
  notRun = [];

  add({ passed = 0, failed = 0 }) {
    this.passed += passed;
    this.failed += failed;
  }

  /**
   * A check that could not run: in CI that is a failure, elsewhere it is said.
   *
   * @param remedy - one sentence: how to get what is missing
   */
  couldNotRun(what, remedy) {
    this.notRun.push({ what, remedy });
    if (process.env.CI === 'true') {
      this.failed += 1;
    }
  }

  /** Prints the closing lines and answers the exit code. */
  close() {
    for (const { what, remedy } of this.notRun) {
      console.log(`\n! Did not run: ${what}. ${remedy}`);
    }
    console.log(`\n${this.passed} passed, ${this.failed} failed`);
    return this.failed > 0 ? 1 : 0;
  }
}

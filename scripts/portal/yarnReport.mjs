const builds = 7;
const failedBuild =
  /^(?<name>@?[^@]+)@.* couldn't be built successfully .*logs can be found here: (?<log>.*)\)$/;

/** What `yarn install --json` says, line by line. */
export class YarnReport {
  #lines = [];
  #errors = [];
  #phase;

  /** The package that could not be built, and the log of that; or undefined. */
  build;

  /**
   * Takes in a line.
   *
   * @returns the phase that begins with it: `Fetch step`, `Link step`, `builds`
   */
  add(line) {
    let said;
    try {
      said = JSON.parse(line);
    } catch {
      // What is not from Yarn's own report is what it dies of.
      said = { type: 'error', data: line };
    }
    const { type, name, displayName, indent = '', data } = said;
    this.#lines.push(
      displayName ? `${displayName}: ${indent}${data}` : String(data),
    );
    // What Yarn warns of and informs of is no reason to fail: packages that are
    // optional may well fetch and build in vain.
    if (type === 'error') {
      this.#errors.push(this.#lines.at(-1));
      this.build ??= failedBuild.exec(data)?.groups;
    }
    const phase = name === builds ? 'builds' : /^┌ (.+)$/.exec(data ?? '')?.[1];
    if (phase && phase !== this.#phase) {
      this.#phase = phase;
      return phase;
    }
    return undefined;
  }

  /** All of it, as people read it. */
  get text() {
    return `${this.#lines.join('\n')}\n`;
  }

  /** What Yarn gives as reasons for failing. */
  get errors() {
    return this.#errors.join('\n');
  }
}

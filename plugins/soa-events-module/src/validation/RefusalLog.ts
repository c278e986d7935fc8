import type { LoggerService } from '@backstage/backend-plugin-api';

const QUIET_MS = 60_000;

/**
 * Tells of refusals, at most once a minute: who is refused wants to fill no log.
 * What was not told by then is told as a number.
 */
export class RefusalLog {
  #untold = 0;
  #isQuiet = false;

  /** @param what - is refused, in words that go on from a number */
  constructor(
    private readonly logger: Pick<LoggerService, 'warn'>,
    private readonly what: { one: string; many: string } = {
      one: 'a notification that is not signed with the secret of its workspace',
      many: 'notifications within a minute that are not signed with the secret of their workspace',
    },
  ) {}

  /** Takes note of a refusal. */
  add(): void {
    this.#untold += 1;
    if (!this.#isQuiet) {
      this.#tell();
    }
  }

  #tell(): void {
    const refused =
      this.#untold === 1
        ? `Refused ${this.what.one}`
        : `Refused ${this.#untold} ${this.what.many}`;
    this.logger.warn(refused);
    this.#untold = 0;
    this.#isQuiet = true;
    // Nothing waits for it: a backend that stops tells no more.
    setTimeout(() => {
      this.#isQuiet = false;
      if (this.#untold > 0) {
        this.#tell();
      }
    }, QUIET_MS).unref();
  }
}

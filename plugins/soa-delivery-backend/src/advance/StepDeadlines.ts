import type { TargetRecord } from '../store';

const STEP_MS = 25_000;
const UPLOAD_MS = 90_000;

/** How long steps may take, and how long what one of them asks may be under way. */
export class StepDeadlines {
  /**
   * @param tickMs - after which all steps are cut off: whatever is late is told
   *   apart, and kept, before that
   * @param timeout - a signal that is aborted once that much time has passed
   */
  constructor(
    private readonly tickMs: number,
    private readonly timeout = (milliseconds: number) =>
      AbortSignal.timeout(milliseconds),
  ) {}

  /** The time for the step of a target that comes next, which begins now. */
  of(target: TargetRecord): { deadline: AbortSignal; late: () => Error } {
    return target.state === 'uploading' && !target.configurationVersionId
      ? this.#of(UPLOAD_MS, 'The configuration was not read and uploaded')
      : this.ofStep();
  }

  /** The time for a few requests to HCP Terraform, which begin now. */
  ofStep(): { deadline: AbortSignal; late: () => Error } {
    return this.#of(STEP_MS, 'HCP Terraform has not answered');
  }

  /**
   * Whether another replica may be at a few requests, or what it has sent may still
   * arrive: until the time of its step is up, and that of another one after it.
   *
   * @param announcedAt - when it was about to begin, as RFC 3339
   */
  mayBeUnderWay(announcedAt: string | undefined, now: Date): boolean {
    return this.#isWithin(STEP_MS, announcedAt, now);
  }

  /** The same for an upload. */
  mayBeUploading(announcedAt: string | undefined, now: Date): boolean {
    return this.#isWithin(UPLOAD_MS, announcedAt, now);
  }

  #isWithin(longestMs: number, announcedAt: string | undefined, now: Date) {
    return (
      announcedAt !== undefined &&
      now.getTime() - Date.parse(announcedAt) <
        this.#limit(longestMs) + this.#limit(STEP_MS)
    );
  }

  #limit(longestMs: number) {
    return Math.min(longestMs, this.tickMs / 2);
  }

  #of(longestMs: number, what: string) {
    const milliseconds = this.#limit(longestMs);
    return {
      deadline: this.timeout(milliseconds),
      late: () =>
        new Error(`${what} within ${Math.round(milliseconds / 1_000)} seconds`),
    };
  }
}

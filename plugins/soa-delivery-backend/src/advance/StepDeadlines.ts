import type { TargetRecord } from '../store';

const STEP_MS = 25_000;
const UPLOAD_MS = 90_000;

/** How long steps may take. */
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

  #of(longestMs: number, what: string) {
    const milliseconds = Math.min(longestMs, this.tickMs / 2);
    return {
      deadline: this.timeout(milliseconds),
      late: () =>
        new Error(`${what} within ${Math.round(milliseconds / 1_000)} seconds`),
    };
  }
}

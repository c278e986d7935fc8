import type { TargetRecord } from '../store';

const STEP_MS = 25_000;
const UPLOAD_MS = 90_000;

/** How long the steps of a target may take. */
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

  /** The time for the step that comes next, which begins now. */
  of(target: TargetRecord): { deadline: AbortSignal; late: () => Error } {
    const isUpload =
      target.state === 'uploading' && !target.configurationVersionId;
    const milliseconds = Math.min(
      isUpload ? UPLOAD_MS : STEP_MS,
      this.tickMs / 2,
    );
    const what = isUpload
      ? 'The configuration was not read and uploaded'
      : 'HCP Terraform has not answered';
    return {
      deadline: this.timeout(milliseconds),
      late: () =>
        new Error(`${what} within ${Math.round(milliseconds / 1_000)} seconds`),
    };
  }
}

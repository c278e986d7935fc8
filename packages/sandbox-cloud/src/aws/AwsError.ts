/** An error as AWS names it. */
export class AwsError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
    /** What the error says besides, such as its `Reason`. */
    readonly details: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

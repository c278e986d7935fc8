import { CustomErrorBase } from '@backstage/errors';

/**
 * - `bad-token`: 401, the token itself is not accepted
 * - `not-found-or-not-allowed`: 404, or 403
 * - `conflict`: 409, or 422 for a name that is taken
 * - `invalid`: any other 4xx, the request is at fault
 * - `unavailable`: 5xx, 429 for too long, or no answer
 *
 * @public
 */
export type HcpTerraformErrorKind =
  | 'bad-token'
  | 'not-found-or-not-allowed'
  | 'conflict'
  | 'invalid'
  | 'unavailable';

/**
 * HCP Terraform did not do what it was asked. The message is one sentence for
 * people, and never holds a token.
 *
 * @public
 */
export class HcpTerraformError extends CustomErrorBase {
  name = 'HcpTerraformError' as const;

  constructor(
    readonly kind: HcpTerraformErrorKind,
    message: string,
    /** The HTTP status, if there was an answer. */
    readonly status?: number,
    cause?: Error,
  ) {
    super(message, cause);
    // The base class adds the cause's message, which is not for people.
    this.message = message;
  }
}

import { InputError } from '@backstage/errors';

/**
 * The largest configuration that is kept or uploaded, in bytes.
 *
 * @public
 */
export const LARGEST_CONFIGURATION_BYTES = 20 * 2 ** 20;

/** The configuration is larger than what is kept of it. */
export function tooLarge(input: string, largestBytes: number): InputError {
  return new InputError(
    `${input}: the configuration has more than ${largestBytes} bytes: keep large files out of the repository or of infra/`,
  );
}

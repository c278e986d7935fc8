import { InputError } from '@backstage/errors';

/** The configuration is larger than what is kept of it. */
export function tooLarge(largestBytes: number): InputError {
  return new InputError(
    `source.url: the configuration has more than ${largestBytes} bytes: keep large files out of the repository or of infra/`,
  );
}

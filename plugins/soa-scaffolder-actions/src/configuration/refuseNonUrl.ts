import { InputError } from '@backstage/errors';

/** @throws InputError for what is no URL, such as a template makes of what is not there */
export function refuseNonUrl(sourceUrl: string | undefined): void {
  if (sourceUrl !== undefined && !URL.canParse(sourceUrl)) {
    throw new InputError(
      `sourceUrl: "${sourceUrl}" is no URL: give that of the folder or the archive that holds infra/`,
    );
  }
}

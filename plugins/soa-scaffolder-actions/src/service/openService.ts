import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { findService } from './findService';
import type { FindServiceOptions, KnownService } from './findService';
import { namesInRepository } from './namesInRepository';
import { readPlacementFiles } from './readPlacementFiles';
import { readRepository } from './readRepository';
import type { Service } from './Service';

/** What actions on services that are there need from the backend. */
export type ServiceOptions = Omit<
  FindServiceOptions,
  'componentRef' | 'isChange' | 'credentials' | 'logger' | 'signal'
> & {
  urlReader: Pick<UrlReaderService, 'readTree' | 'readUrl'>;
};

/**
 * Finds a service and reads its repository, for somebody who may have it changed.
 *
 * @returns in a dry run only the first where its host does not answer
 * @throws NotFoundError, NotAllowedError or InputError
 */
export async function openService(
  options: FindServiceOptions &
    Pick<ServiceOptions, 'urlReader'> & { isDryRun?: boolean },
): Promise<Service | (KnownService & { files: undefined })> {
  const { urlReader, logger, signal } = options;
  const known = await findService(options);
  const { componentRef, name, catalogInfo, catalogInfoUrl } = known;
  let files;
  try {
    files = await readRepository({
      reader: urlReader,
      catalogInfoUrl,
      namesIn: read => namesInRepository(name, catalogInfo, read),
      signal,
    });
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof InputError) {
      throw error;
    }
    const why = `the repository of ${componentRef} cannot be read: ${
      (error as Error).message
    }`;
    if (!options.isDryRun) {
      throw new InputError(
        `componentRef: ${why}. Run this again once ${known.place.rootUrl} can be read.`,
      );
    }
    logger.info(`What would be changed is unknown: ${why}`);
    return { ...known, files: undefined };
  }
  return {
    ...known,
    files,
    placements: readPlacementFiles(files, componentRef),
  };
}

import { readFiles } from '../../file-host/readFiles';

const PLACEMENT = /(?:^|\/)infra\/placements\/([\w-]+)\.json$/;

/**
 * The placement files of a configuration's archive.
 *
 * @throws if it is no gzipped tar
 */
export async function readPlacements(
  archive: Buffer,
): Promise<Record<string, Record<string, unknown>>> {
  const placements: Record<string, Record<string, unknown>> = {};
  for (const [path, content] of await readFiles(archive)) {
    const key = PLACEMENT.exec(path)?.[1];
    if (key) {
      placements[key] = JSON.parse(content.toString('utf8'));
    }
  }
  return placements;
}

import { createHash } from 'node:crypto';
import { readFiles } from '../../file-host/readFiles';
import type { HcpConfigurationVersion } from '../HcpState';

const PLACEMENT = /(?:^|\/)infra\/placements\/([\w-]+)\.json$/;
const IMPORT = /^import \{/gm;
const INFRA = /(?:^|\/)infra\//;

/**
 * The placement files of a configuration's archive, and what tells the rest of
 * its Terraform from another's.
 *
 * @throws if it is no gzipped tar
 */
export async function readConfiguration(
  archive: Buffer,
): Promise<Pick<HcpConfigurationVersion, 'placements' | 'digest' | 'imports'>> {
  const placements: HcpConfigurationVersion['placements'] = {};
  const rest = createHash('sha1');
  let imports = 0;
  const files = await readFiles(archive);
  for (const path of [...files.keys()].sort()) {
    const content = files.get(path)!;
    const key = PLACEMENT.exec(path)?.[1];
    if (key) {
      placements[key] = JSON.parse(content.toString('utf8'));
    } else if (INFRA.test(path)) {
      rest.update(`${path}\0${content.length}\0`).update(content);
      imports += content.toString('utf8').match(IMPORT)?.length ?? 0;
    }
  }
  return { placements, digest: rest.digest('hex'), imports };
}

import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  isLeftOut,
  LARGEST_CONFIGURATION_BYTES,
  packConfiguration,
} from '@backstage-soa/plugin-soa-node';
import type { ConfigurationFile } from '@backstage-soa/plugin-soa-node';

/** What `tfc:workspaces:ensure` sets as working directory. */
export const CONFIGURATION_FOLDER = 'infra';

/**
 * Packs the folder `infra/` of a task's folder. The same files are the same
 * bytes.
 *
 * @returns a gzipped tar with `infra/` in it
 * @throws InputError if there is nothing in it, too much, or a link out of it
 */
export async function packFolder(
  workspacePath: string,
  largestBytes = LARGEST_CONFIGURATION_BYTES,
): Promise<Buffer> {
  const root = resolveSafeChildPath(workspacePath, CONFIGURATION_FOLDER);
  const files: ConfigurationFile[] = [];
  let size = 0;
  for (const { path, isLink } of await listFiles(root)) {
    const inArchive = `${CONFIGURATION_FOLDER}/${path}`;
    if (isLink) {
      files.push({ path: inArchive, linksTo: await targetOf(root, path) });
    } else {
      // Before it is read: what is too large must not be in memory first.
      size += (await stat(join(root, path))).size;
      if (size > largestBytes) {
        throw new InputError(
          `The folder ${CONFIGURATION_FOLDER}/ of the task has more than ${largestBytes} bytes: keep large files out of it`,
        );
      }
      files.push({
        path: inArchive,
        content: await readFile(join(root, path)),
      });
    }
  }
  if (files.length === 0) {
    throw new InputError(
      `The task's folder has no files in ${CONFIGURATION_FOLDER}/, so there is nothing to upload: have an earlier step write them (soa:terraform:render), or name sourceUrl. If the portal was started anew while the task ran, they are lost: start the template again with the same input, it goes on from what is there`,
    );
  }
  return packConfiguration(files);
}

async function listFiles(
  root: string,
): Promise<Array<{ path: string; isLink: boolean }>> {
  const entries = await readdir(root, {
    recursive: true,
    withFileTypes: true,
  }).catch(error => {
    if (error.code === 'ENOENT') {
      return [];
    }
    throw error;
  });
  return entries
    .filter(entry => entry.isFile() || entry.isSymbolicLink())
    .map(entry => ({
      path: inPosix(relative(root, join(entry.parentPath, entry.name))),
      isLink: entry.isSymbolicLink(),
    }))
    .filter(({ path }) => !isLeftOut(path));
}

/** Where a link points to, from its own folder. */
async function targetOf(root: string, path: string): Promise<string> {
  const realRoot = await realpath(root);
  const link = join(realRoot, path);
  const target = await realpath(link).catch(() => undefined);
  const inside = target && inPosix(relative(realRoot, target));
  if (
    !target ||
    inside === undefined ||
    inside.split('/')[0] === '..' ||
    isLeftOut(inside)
  ) {
    throw new InputError(
      `${CONFIGURATION_FOLDER}/${path} is a symbolic link to something that is not uploaded: put the file itself there`,
    );
  }
  return inPosix(relative(dirname(link), target));
}

function inPosix(path: string): string {
  return path.split(sep).join('/');
}

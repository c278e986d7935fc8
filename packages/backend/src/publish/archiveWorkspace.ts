import { archiveFiles } from './archiveFiles';
import { filesOf } from './filesOf';

/** A gzipped tar of a folder; the same files give the same bytes. */
export async function archiveWorkspace(directory: string): Promise<Buffer> {
  return archiveFiles(await filesOf(directory));
}

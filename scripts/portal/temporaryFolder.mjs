import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from './atExit.mjs';

/** A new folder, which goes when it is removed, or with this command. */
export function temporaryFolder(name) {
  const path = mkdtempSync(join(tmpdir(), `${name}-`));
  const undo = () => rmSync(path, { recursive: true, force: true });
  const forget = atExit(undo);
  return {
    path,
    remove() {
      forget();
      undo();
    },
  };
}

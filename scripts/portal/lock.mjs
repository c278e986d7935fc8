import {
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  renameSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { atExit } from './atExit.mjs';
import { portalDirectory } from './paths.mjs';

// Whoever has made the file and not yet written to it has long done so by then.
const unwrittenMs = 10_000;

/**
 * Takes what only one command may have at a time: a file names the one that has
 * it. One that a dead command has left behind is taken over.
 *
 * @param name - what it is
 * @param command - what its holder is called to others
 * @returns `{ release }`, or `{ holder: { pid, command } }` if another has it
 */
export function takeLock(name, command, directory = portalDirectory) {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, `${name}.lock`);
  const mine = JSON.stringify({
    pid: process.pid,
    since: startOf(process.pid),
    command,
  });
  for (;;) {
    if (write(file, mine)) {
      const remove = () => {
        if (read(file) === mine) {
          rmSync(file, { force: true });
        }
      };
      const forget = atExit(remove);
      return {
        release() {
          forget();
          remove();
        },
      };
    }
    const text = read(file);
    const holder = text !== undefined && holderOf(file, text);
    if (holder) {
      return { holder };
    }
    if (text !== undefined) {
      clear(file, text);
    }
  }
}

/** Who has the lock at present, or undefined; this command does not count. */
export function otherHolder(name, directory = portalDirectory) {
  const file = join(directory, `${name}.lock`);
  const text = read(file);
  const holder = text === undefined ? undefined : holderOf(file, text);
  return holder?.pid === process.pid ? undefined : holder;
}

function write(file, text) {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') {
      return false;
    }
    if (error.code === 'ENOSPC') {
      // It is there, and empty.
      rmSync(file, { force: true });
    }
    throw error;
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

/** Who has written that; undefined if they are no more. */
function holderOf(file, text) {
  let holder;
  try {
    holder = JSON.parse(text);
  } catch {
    const { mtimeMs } = statSync(file, { throwIfNoEntry: false }) ?? {};
    return Date.now() - mtimeMs < unwrittenMs
      ? { pid: 'unknown', command: 'another command' }
      : undefined;
  }
  // A number may have gone to another program since.
  return isAlive(holder.pid) && startOf(holder.pid) === holder.since
    ? holder
    : undefined;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** When a program was started, in whatever words; undefined if nobody says. */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is a name and may hold spaces: the 22nd is the start.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
    });
    return stdout?.trim() || undefined;
  }
}

/** Removes what was read; not what another has written since. */
function clear(file, text) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') {
      return;
    }
    throw error;
  }
  const taken = read(aside);
  rmSync(aside, { force: true });
  if (taken !== text) {
    write(file, taken);
  }
}

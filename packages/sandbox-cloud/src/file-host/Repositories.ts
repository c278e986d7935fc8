import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { readFiles } from './readFiles';

interface Repository {
  commit: string;
  files: Map<string, Buffer>;
}

const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** Of each repository: rollouts go back to some of them. */
const MOST_COMMITS = 50;

/** What the demo's publish action has pushed: each repository's newest commits. */
export class Repositories {
  readonly #directory: string | undefined;
  readonly #known = new Map<string, Repository>();
  readonly #archives = new Map<string, Buffer>();

  /** @param directory - nothing is kept without one */
  constructor(directory: string | undefined) {
    this.#directory = directory && join(directory, 'repositories');
  }

  static isName(name: string): boolean {
    return NAME.test(name);
  }

  /**
   * Takes a gzipped tar as a repository's newest commit. The same files are the
   * same commit.
   *
   * @throws if it is no gzipped tar
   */
  async push(name: string, archive: Buffer): Promise<string> {
    const files = await readFiles(archive);
    const hash = createHash('sha1');
    for (const path of [...files.keys()].sort()) {
      hash.update(`${path}\0`).update(files.get(path)!);
    }
    const commit = hash.digest('hex');
    this.#known.set(name, { commit, files });
    if (this.#directory) {
      const folder = join(this.#directory, name);
      mkdirSync(folder, { recursive: true });
      writeWhole(join(folder, `${commit}.tar.gz`), archive);
      writeWhole(join(folder, 'HEAD'), Buffer.from(commit));
      removeOldCommits(folder, commit);
    } else {
      this.#archives.set(`${name}/${commit}`, archive);
    }
    return commit;
  }

  async newest(name: string): Promise<Repository | undefined> {
    const known = this.#known.get(name);
    const head =
      this.#directory && NAME.test(name)
        ? join(this.#directory, name, 'HEAD')
        : undefined;
    if (known || !head || !existsSync(head)) {
      return known;
    }
    const commit = readFileSync(head, 'utf8');
    const files = await readFiles(this.archive(name, commit)!);
    const repository = { commit, files };
    this.#known.set(name, repository);
    return repository;
  }

  archive(name: string, commit: string): Buffer | undefined {
    const known = this.#archives.get(`${name}/${commit}`);
    if (known || !this.#directory) {
      return known;
    }
    if (!NAME.test(name) || !/^[0-9a-f]{40}$/.test(commit)) {
      return undefined;
    }
    const file = join(this.#directory, name, `${commit}.tar.gz`);
    return existsSync(file) ? readFileSync(file) : undefined;
  }
}

/** All but the newest, which stays in any case. */
function removeOldCommits(folder: string, newest: string): void {
  readdirSync(folder)
    .filter(file => file.endsWith('.tar.gz') && file !== `${newest}.tar.gz`)
    .map(file => join(folder, file))
    .map(file => ({ file, time: statSync(file).mtimeMs }))
    .sort((one, other) => other.time - one.time)
    .slice(MOST_COMMITS - 1)
    .forEach(({ file }) => rmSync(file));
}

function writeWhole(file: string, content: Buffer): void {
  writeFileSync(`${file}.next`, content);
  renameSync(`${file}.next`, file);
}

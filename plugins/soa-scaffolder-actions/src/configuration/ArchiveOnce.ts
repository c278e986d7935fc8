import { createHash } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import type { RunContext } from '../runs';

/**
 * The configuration that a step uploads: read when the first workspace needs it,
 * and the same for all, also if the task is taken up again.
 */
export class ArchiveOnce {
  #archive?: Promise<Buffer>;

  constructor(
    private readonly read: () => Promise<Buffer>,
    private readonly checkpoint: RunContext['checkpoint'],
  ) {}

  /** @throws ConflictError if it is not what other workspaces have got */
  get(): Promise<Buffer> {
    this.#archive ??= this.#read();
    return this.#archive;
  }

  async #read(): Promise<Buffer> {
    const archive = await this.read();
    const digest = createHash('sha256').update(archive).digest('hex');
    const first = await this.checkpoint('archive', async () => ({ digest }));
    if (first.digest !== digest) {
      throw new ConflictError(
        'The configuration is another one than when this step began, so that some workspaces would get this and some that: start the template again, or name a commit in sourceUrl',
      );
    }
    return archive;
  }
}

import express from 'express';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { htmlPage } from '../htmlPage';
import { Repositories } from './Repositories';

/** Where the demo's repositories are: below `/repositories`. */
export function fileHostRouter(
  repositories: Repositories,
  options: {
    baseUrl: string;
    /** Whoever hears of it when a commit is pushed. */
    onPush: (
      name: string,
      pushed: { commit: string; archive: Buffer },
    ) => Promise<void>;
  },
): Router {
  const router = PromiseRouter();

  router.put(
    '/:name',
    express.raw({ type: 'application/gzip', limit: '20mb' }),
    async (request, response) => {
      const { name } = request.params;
      if (!Repositories.isName(name) || !Buffer.isBuffer(request.body)) {
        response
          .status(400)
          .json({ message: 'A repository needs a name and a gzipped tar.' });
        return;
      }
      const base = request.headers['if-match'];
      const newest = await repositories.newest(name);
      if (base !== undefined && base !== etagOf(newest?.commit)) {
        response.status(412).json({
          message: 'There is a newer commit than this one builds on.',
        });
        return;
      }
      let commit;
      try {
        commit = await repositories.push(name, request.body);
      } catch {
        response.status(400).json({ message: 'This is no gzipped tar.' });
        return;
      }
      await options.onPush(name, { commit, archive: request.body });
      const url = `${options.baseUrl}/repositories/${name}`;
      response.json({
        commit,
        url,
        filesUrl: `${url}/`,
      });
    },
  );

  router.get('/:name', async (request, response) => {
    const repository = await repositories.newest(request.params.name);
    if (!repository) {
      response.status(404).send(htmlPage('There is no such repository', []));
      return;
    }
    response.send(
      htmlPage(`Repository ${request.params.name}`, [
        ['Commit', repository.commit],
        ['Files', [...repository.files.keys()].sort().join('\n')],
      ]),
    );
  });

  router.get('/:name/archive/:commit.tar.gz', async (request, response) => {
    const { name, commit } = request.params;
    const wanted =
      commit === 'newest'
        ? (await repositories.newest(name))?.commit ?? ''
        : commit;
    const archive = repositories.archive(name, wanted);
    if (!archive) {
      response.status(404).json({ message: 'There is no such commit.' });
      return;
    }
    response
      .type('application/gzip')
      .set('etag', etagOf(wanted)!)
      .send(archive);
  });

  router.get('/:name/*', async (request, response) => {
    const { name, 0: path } = request.params as Record<string, string>;
    const file = (await repositories.newest(name))?.files.get(path);
    if (!file) {
      response.status(404).json({ message: 'There is no such file.' });
      return;
    }
    response
      .type(/\.ya?ml$/.test(path) ? 'text/yaml' : 'text/plain')
      .set('etag', etagOf((await repositories.newest(name))!.commit)!)
      .send(file);
  });
  return router;
}

function etagOf(commit: string | undefined): string | undefined {
  return commit && `"${commit}"`;
}

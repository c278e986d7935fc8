import { Router } from 'express';
import { stringify } from 'yaml';
import { catalogEntities } from './catalogEntities';

/** What the catalog reads of the organisation: below `/catalog`. */
export function catalogRouter(): Router {
  const router = Router();

  router.get('/organization.yaml', (_request, response) => {
    response.type('text/yaml').send(
      catalogEntities()
        .map(entity => stringify(entity))
        .join('---\n'),
    );
  });
  return router;
}

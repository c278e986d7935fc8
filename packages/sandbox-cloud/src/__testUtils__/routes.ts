import { accessPortalRouter } from '../access-portal';
import { controlRouter } from '../control/controlRouter';
import { catalogRouter, fileHostRouter, Repositories } from '../file-host';
import { archivistRouter, hcpRouter, pagesRouter } from '../hcp-terraform';
import { routesOf } from './routesOf';

// What routers do is not asked for here, only where they do it.
const nothing = {} as never;

/** What HCP Terraform's clients may call, and people who follow their links. */
export const hcpRoutes = [
  ...routesOf(
    '/api/v2',
    hcpRouter({ sandbox: nothing, misbehaviour: nothing, now: Date.now }),
  ),
  ...routesOf('/_archivist', archivistRouter(nothing)),
  ...routesOf('/app', pagesRouter(nothing)),
];

/** What only the demo calls. */
export const demoRoutes = [
  ...routesOf('/catalog', catalogRouter()),
  ...routesOf('/start', accessPortalRouter()),
  ...routesOf(
    '/repositories',
    fileHostRouter(new Repositories(undefined), {
      baseUrl: '',
      onPush: async () => {},
    }),
  ),
  ...routesOf('/_sandbox', controlRouter(nothing)),
];

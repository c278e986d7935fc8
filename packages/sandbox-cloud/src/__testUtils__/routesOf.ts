import type { Router } from 'express';

/** The routes of a router, each as `GET /path/:of/it`. */
export function routesOf(prefix: string, router: Router): string[] {
  const routes = router.stack.flatMap(({ route }) =>
    route
      ? route.stack.map(
          ({ method }) => `${method.toUpperCase()} ${prefix}${route.path}`,
        )
      : [],
  );
  // A route with several handlers is still one.
  return [...new Set(routes)];
}

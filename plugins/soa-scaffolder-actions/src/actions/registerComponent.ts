import type { PermissionsService } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, ResponseError } from '@backstage/errors';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { unlessAborted } from '@backstage-soa/plugin-soa-node';
import type { z as zod } from 'zod/v3';
import { askPatiently, waitForEntity } from '../catalog';
import type { Pause } from '../catalog';
import { componentRefInput, validateInput } from '../inputs';

/** The catalog's own. */
const catalogLocationCreatePermission = createPermission({
  name: 'catalog.location.create',
  attributes: { action: 'create' },
});

const MAY_NOT =
  'catalogInfoUrl: you may not register components: ask for the permission catalog.location.create, then run this again';

const input = {
  componentRef: componentRefInput,
  // In a dry run, nothing is published yet that could be named.
  catalogInfoUrl: (z: typeof zod) =>
    z.string().min(1).describe("The URL of the component's catalog-info.yaml"),
};

/** `soa:component:register` */
export function createRegisterComponentAction(options: {
  catalog: CatalogService;
  permissions: PermissionsService;
  pause?: Pause;
}) {
  const { catalog, permissions, pause } = options;
  return createTemplateAction({
    id: 'soa:component:register',
    description:
      'Makes sure that a component is in the catalog, and waits until it is',
    supportsDryRun: true,
    examples: [
      {
        description: 'The component of a repository that was just published',
        example: `steps:
  - id: register
    name: Register the component
    action: soa:component:register
    input:
      componentRef: component:default/orders
      catalogInfoUrl: https://github.com/acme/orders/blob/main/catalog-info.yaml
`,
      },
    ],
    schema: { input, output: { entityRef: z => z.string() } },
    async handler(ctx) {
      validateInput(input, ctx.input);
      const { componentRef, catalogInfoUrl } = ctx.input;
      const credentials = await ctx.getInitiatorCredentials();
      const { logger, signal } = ctx;
      ctx.output('entityRef', componentRef);
      const known = await unlessAborted(
        catalog.getEntityByRef(componentRef, { credentials }),
        signal,
      );
      if (known) {
        logger.info(`${componentRef} is in the catalog: nothing to register`);
        return;
      }
      if (ctx.isDryRun) {
        const [{ result }] = await permissions.authorize(
          [{ permission: catalogLocationCreatePermission }],
          { credentials },
        );
        if (result !== AuthorizeResult.ALLOW) {
          throw new NotAllowedError(MAY_NOT);
        }
        logger.info(`Would register ${catalogInfoUrl}`);
        return;
      }
      if (!URL.canParse(catalogInfoUrl)) {
        throw new InputError(
          `catalogInfoUrl: "${catalogInfoUrl}" is no URL: give that of the component's catalog-info.yaml`,
        );
      }
      const location = { type: 'url', target: catalogInfoUrl };
      // What a location holds is read later, and then nobody is told why not.
      const { entities } = await telling(catalogInfoUrl, signal, () =>
        onceItIsThere(
          () =>
            catalog.addLocation({ ...location, dryRun: true }, { credentials }),
          {
            tellWait: () =>
              logger.info(`Waiting until the catalog finds ${catalogInfoUrl}`),
            signal,
            pause,
          },
        ),
      );
      const wanted = componentRef.toLocaleLowerCase('en-US');
      if (!entities.some(one => stringifyEntityRef(one) === wanted)) {
        throw new InputError(
          `catalogInfoUrl: ${catalogInfoUrl} holds no ${componentRef}: it holds ${
            entities.map(stringifyEntityRef).join(', ') || 'nothing'
          }`,
        );
      }
      signal?.throwIfAborted();
      await telling(catalogInfoUrl, signal, () =>
        unlessThere(() => catalog.addLocation(location, { credentials })),
      );
      logger.info(`Registered ${catalogInfoUrl}`);
      await waitForEntity({
        catalog,
        entityRef: componentRef,
        credentials,
        logger,
        signal,
        pause,
      });
    },
  });
}

/** A source-code host may take some seconds to show what was pushed to it. */
async function onceItIsThere<T>(
  read: () => Promise<T>,
  options: { tellWait: () => void; signal?: AbortSignal; pause?: Pause },
): Promise<T> {
  let missing: unknown;
  const answer = await askPatiently(async () => {
    try {
      return await read();
    } catch (error) {
      if (!isMissing(error)) {
        throw error;
      }
      missing = error;
      return undefined;
    }
  }, options);
  if (answer === undefined) {
    throw missing;
  }
  return answer;
}

/** The catalog says of every error in a file that the input is wrong. */
function isMissing(error: unknown): boolean {
  return (
    error instanceof ResponseError && /\bNotFoundError: /.test(causeOf(error))
  );
}

function causeOf(error: unknown): string {
  return ((error as { cause?: Error }).cause ?? (error as Error)).message;
}

/** An answer can be lost after the write, and another task can be first. */
async function unlessThere(add: () => Promise<unknown>): Promise<void> {
  try {
    await add();
  } catch (error) {
    if (!(error instanceof ResponseError) || error.statusCode !== 409) {
      throw error;
    }
  }
}

async function telling<T>(
  url: string,
  signal: AbortSignal | undefined,
  ask: () => Promise<T>,
): Promise<T> {
  try {
    // The catalog reads the source-code host then, for as long as that takes.
    return await unlessAborted(ask(), signal);
  } catch (error) {
    signal?.throwIfAborted();
    const isForbidden =
      error instanceof ResponseError && error.statusCode === 403;
    throw new InputError(
      isForbidden
        ? MAY_NOT
        : `catalogInfoUrl: the catalog does not take ${url}: ${causeOf(
            error,
          )}. Put that right, then run this again: it goes on where this has stopped.`,
    );
  }
}

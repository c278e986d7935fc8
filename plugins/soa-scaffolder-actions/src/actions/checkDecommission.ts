import type {
  AuthService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  ownerRef,
  soaWorkspaceDestroyPermission,
} from '@backstage-soa/plugin-soa-common';
import { unlessAborted } from '@backstage-soa/plugin-soa-node';
import type { z as zod } from 'zod/v3';
import { consumersOf } from '../consumers';
import { componentRefInput, validateInput } from '../inputs';
import { checkComponent, checkOwner } from '../policy';

const input = {
  componentRef: componentRefInput,
  confirm: (z: typeof zod) =>
    z
      .string()
      .describe("The service's name, as whoever decommissions it has typed it"),
};

const MOST_NAMES = 20;

/** `soa:decommission:check` */
export function createCheckDecommissionAction(options: {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntityByRef' | 'getEntitiesByRefs'>;
  permissions: PermissionsService;
  userInfo: UserInfoService;
}) {
  return createTemplateAction({
    id: 'soa:decommission:check',
    description:
      'Refuses to decommission a service while others consume it, or whose name was not typed',
    supportsDryRun: true,
    examples: [
      {
        description: 'Before all that a service has is destroyed',
        example: `steps:
  - id: check
    name: See that nobody consumes it
    action: soa:decommission:check
    input:
      componentRef: component:default/orders
      confirm: orders
`,
      },
    ],
    schema: { input },
    async handler(ctx) {
      validateInput(input, ctx.input);
      const { componentRef, confirm } = ctx.input;
      const { auth, catalog, userInfo } = options;
      const { logger, signal } = ctx;
      const credentials = await ctx.getInitiatorCredentials();
      const seen = await checkComponent({
        ...options,
        componentRef,
        permission: soaWorkspaceDestroyPermission,
        credentials,
        isDryRun: false,
        logger,
        signal,
      });
      const { name, namespace } = seen!.metadata;
      const owner = ownerRef(String(seen!.spec?.owner ?? ''), namespace);
      await checkOwner({ userInfo, owner: owner ?? 'nobody', credentials });
      if (confirm !== name) {
        throw new InputError(
          `confirm: type the name of the service, ${name}, to have all of it destroyed`,
        );
      }
      const portal = await auth.getOwnServiceCredentials();
      const entity = await unlessAborted(
        catalog.getEntityByRef(componentRef, { credentials: portal }),
        signal,
      );
      const consumers = await consumersOf(entity ?? seen!, {
        catalog,
        credentials: portal,
      });
      if (consumers.length > 0) {
        const visible = await readable(
          consumers.map(({ entityRef }) => entityRef),
        );
        const named = consumers.filter(({ entityRef }) =>
          visible.has(entityRef),
        );
        throw new InputError(
          `componentRef: ${componentRef} is consumed, and is destroyed once nobody does so. Have these leave it out first (spec.dependsOn, spec.consumesApis):\n${inWords(
            named,
            consumers.length,
          )}`,
        );
      }
      logger.info(`Nothing in the catalog consumes ${componentRef}`);

      async function readable(entityRefs: string[]): Promise<Set<string>> {
        const { items } = await catalog.getEntitiesByRefs(
          { entityRefs, fields: ['kind', 'metadata.name'] },
          { credentials },
        );
        return new Set(entityRefs.filter((_, index) => items[index]));
      }
    },
  });
}

/** Whoever asks may not see all of them. */
function inWords(
  named: ReadonlyArray<{ entityRef: string; api?: string }>,
  all: number,
): string {
  const lines = named
    .slice(0, MOST_NAMES)
    .map(({ entityRef, api }) =>
      api ? `- ${entityRef}, by ${api}` : `- ${entityRef}`,
    );
  const more = all - lines.length;
  return [
    ...lines,
    ...(more > 0 ? [`- ${more} more, or that you may not see`] : []),
  ].join('\n');
}

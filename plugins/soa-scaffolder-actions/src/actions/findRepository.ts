import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { ANNOTATION_LOCATION } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { z as zod } from 'zod/v3';
import { sourceOf } from '../catalog';
import { componentRefInput, validateInput } from '../inputs';
import { differingFiles, differingPlacements } from '../repository';
import type { Difference } from '../repository';

const input = {
  componentRef: componentRefInput,
  repoContentsUrl: (z: typeof zod) =>
    z
      .string()
      .url()
      .optional()
      .describe(
        'Where the repository would be published, as publish actions put it out',
      ),
};

const MOST_NAMES = 5;

/** `soa:repository:find` */
export function createFindRepositoryAction(options: {
  catalog: CatalogService;
  urlReader: UrlReaderService;
}) {
  return createTemplateAction({
    id: 'soa:repository:find',
    description:
      "Looks whether a service has its repository already, so that a task goes on from there; compares it with the task's folder",
    supportsDryRun: true,
    examples: [
      {
        description: 'Before a repository is published',
        example: `steps:
  - id: known
    name: See whether it is there already
    action: soa:repository:find
    input:
      componentRef: component:default/orders
      repoContentsUrl: https://github.com/acme/orders/blob/main
`,
      },
    ],
    schema: {
      input,
      output: {
        isRegistered: z =>
          z.boolean().describe('The catalog has the component'),
        isThere: z => z.boolean().describe('There is nothing to publish'),
        catalogInfoUrl: z => z.string().optional(),
        remoteUrl: z => z.string().optional().describe('For people'),
        note: z =>
          z
            .string()
            .optional()
            .describe('What people should know of it, if there is anything'),
      },
    },
    async handler(ctx) {
      validateInput(input, ctx.input);
      const { componentRef, repoContentsUrl } = ctx.input;
      const entity = await options.catalog.getEntityByRef(componentRef, {
        credentials: await ctx.getInitiatorCredentials(),
      });
      ctx.output('isRegistered', Boolean(entity));
      const folder = {
        reader: options.urlReader,
        directory: ctx.workspacePath,
        signal: ctx.signal,
      };
      if (entity) {
        const { catalogInfoUrl, remoteUrl } = whereaboutsOf(entity);
        const left = `${componentRef} is in the catalog already: its repository${
          remoteUrl ? ` ${remoteUrl}` : ''
        } is left as it is`;
        const note = await noteOn(left, catalogInfoUrl, folder);
        ctx.logger.info(note ?? `${left}, and has what was filled in here`);
        ctx.output('isThere', true);
        ctx.output('catalogInfoUrl', catalogInfoUrl);
        ctx.output('remoteUrl', remoteUrl);
        ctx.output('note', note);
        return;
      }
      const isThere =
        repoContentsUrl !== undefined &&
        (await isPublished(repoContentsUrl, folder, reason =>
          ctx.logger.info(
            `Whether there is a repository at ${repoContentsUrl} is unknown: ${reason}. If the next step says that the name exists: delete the repository if it is empty, or retry this task.`,
          ),
        ));
      ctx.output('isThere', isThere);
      if (isThere) {
        ctx.logger.info(
          `${repoContentsUrl} holds all of this already, and nothing else: going on from there`,
        );
        ctx.output('catalogInfoUrl', `${repoContentsUrl}/catalog-info.yaml`);
        ctx.output('remoteUrl', repoContentsUrl);
      } else {
        ctx.logger.info(`${componentRef} is not there yet`);
      }
    },
  });
}

interface Folder {
  reader: UrlReaderService;
  directory: string;
  signal?: AbortSignal;
}

function whereaboutsOf(entity: Entity) {
  const location = entity.metadata.annotations?.[ANNOTATION_LOCATION];
  const catalogInfoUrl = location?.startsWith('url:')
    ? location.slice('url:'.length)
    : undefined;
  return { catalogInfoUrl, remoteUrl: sourceOf(entity) ?? catalogInfoUrl };
}

/** What to tell of a repository that is left alone; nothing if all is the same. */
async function noteOn(
  left: string,
  catalogInfoUrl: string | undefined,
  folder: Folder,
): Promise<string | undefined> {
  const applied = 'The rollout applies what the repository says';
  if (!catalogInfoUrl) {
    return `${left}, and it cannot be compared with what was filled in here. ${applied}.`;
  }
  try {
    const differing = await differingPlacements({ ...folder, catalogInfoUrl });
    return differing.length === 0
      ? undefined
      : `${left}, and differs from what was filled in here in ${differing.join(
          ', ',
        )}. ${applied}: make the change there, if you want one.`;
  } catch (error) {
    folder.signal?.throwIfAborted();
    return `${left}, and could not be compared with what was filled in here (${
      (error as Error).message
    }). ${applied}.`;
  }
}

/**
 * Whether a task that has failed left its repository here: one that holds the
 * same files. Anybody may have made one that holds others.
 */
async function isPublished(
  repositoryUrl: string,
  folder: Folder,
  tellUnknown: (reason: string) => void,
): Promise<boolean> {
  let difference: Difference;
  try {
    difference = await differingFiles({ ...folder, repositoryUrl });
  } catch (error) {
    folder.signal?.throwIfAborted();
    const { name, message } = error as Error;
    if (name !== 'NotFoundError') {
      tellUnknown(message);
    }
    return false;
  }
  if (difference.ours.length > 0 || difference.hasOthers) {
    throw new ConflictError(
      `repoContentsUrl: there is a repository at ${repositoryUrl} already, and it differs from what would be published in ${summary(
        difference,
      )}: choose another repository, fill in the form as the first time, or register its catalog-info.yaml in the catalog yourself if it is this service's`,
    );
  }
  return true;
}

/** The person may not see the repository: nothing of it is named. */
function summary({ ours, hasOthers }: Difference): string {
  const more = ours.length - MOST_NAMES;
  return [
    ours.slice(0, MOST_NAMES).join(', '),
    more > 0 && `${more} more`,
    hasOthers && 'other files',
  ]
    .filter(part => part)
    .join(' and ');
}

import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';

interface Page extends JsonObject {
  properties?: JsonObject;
  required?: string[];
}

interface Step extends JsonObject {
  id: string;
  name: string;
  action: string;
  input?: JsonObject;
}

interface Field extends JsonObject {
  'ui:options'?: { allowedHosts?: string[] };
}

/**
 * A template as it is where its source-code host is not configured: it asks for no
 * repository and publishes to the sandbox cloud, where a repository has the name
 * of its service. What would be a pull request is a commit there.
 *
 * @param options - `canPublish`: whether there is a host to publish to after all
 */
export function withSandboxRepository(
  template: Entity,
  options: {
    repositoriesUrl: string;
    canPublish: (action: string, allowedHosts?: string[]) => boolean;
  },
): Entity {
  const { parameters, steps } = template.spec as {
    parameters?: Page | Page[];
    steps?: Step[];
  };
  const publish = steps?.find(({ action }) => action.startsWith('publish:'));
  // Of a service that is there: it may be rolled out and not published.
  const read = steps?.find(({ action }) => action === 'soa:service:read');
  const pages = [parameters ?? []].flat();
  const host = publish?.action ?? (read && 'publish:github:pull-request');
  if (!steps || !host || options.canPublish(host, allowedHosts(pages))) {
    return template;
  }
  return {
    ...template,
    spec: {
      ...template.spec,
      parameters: pages.flatMap(withoutRepoUrl),
      steps: steps.map(step => inSandbox(step, steps, options)),
    },
  };
}

function inSandbox(
  step: Step,
  steps: Step[],
  { repositoriesUrl }: { repositoriesUrl: string },
): Step {
  const reads = steps.filter(({ action }) => action === 'soa:service:read');
  const isOnly = reads.length === 1;
  const read = isOnly ? reads[0] : reads.find(one => isAbout(step, one));
  const name = read
    ? `\${{ steps.${read.id}.output.name }}`
    : '${{ parameters.name }}';
  if (step.action.startsWith('publish:')) {
    // What goes to another repository than a service's cannot be simulated.
    return reads.length > 0 && !read
      ? step
      : published(step, name, read !== undefined);
  }
  switch (step.action) {
    // Publishing there twice does no harm, so that nothing is looked for.
    case 'soa:repository:find': {
      const { repoContentsUrl, ...input } = step.input ?? {};
      return { ...step, input };
    }
    // The catalog knows the source-code hosts that are configured, and no other.
    case 'soa:rollout:start': {
      const publish = steps.find(
        one =>
          one.action.startsWith('publish:') &&
          (!read || isOnly || isAbout(one, read)),
      );
      return {
        ...step,
        input: {
          ...step.input,
          sourceUrl: `${repositoriesUrl}/repositories/${name}/archive/\${{ steps.${
            publish?.id ?? 'publish'
          }.output.commitHash or 'newest' }}.tar.gz`,
        },
      };
    }
    default:
      return step;
  }
}

/** Whether a step is about the service that another one reads. */
function isAbout({ input = {} }: Step, read: Step): boolean {
  return (
    (input.componentRef !== undefined &&
      input.componentRef === read.input?.componentRef) ||
    String(input.repoUrl).includes(`steps.${read.id}.output.repoUrl`)
  );
}

function published(step: Step, name: string, isChange: boolean): Step {
  const { filesToDelete } = step.input ?? {};
  return {
    ...step,
    name: `${step.name} (simulated)`,
    action: isChange
      ? 'sandbox:repository:commit'
      : 'sandbox:repository:publish',
    input: { name, ...(filesToDelete !== undefined && { filesToDelete }) },
  };
}

/** Of the field for a repository; `undefined` for all. */
function allowedHosts(pages: Page[]): string[] | undefined {
  for (const { properties } of pages) {
    const field = properties?.repoUrl as Field | undefined;
    if (field) {
      return field['ui:options']?.allowedHosts;
    }
  }
  return undefined;
}

function withoutRepoUrl(page: Page): Page[] {
  const { repoUrl, ...properties } = page.properties ?? {};
  if (!repoUrl) {
    return [page];
  }
  return Object.keys(properties).length === 0
    ? []
    : [
        {
          ...page,
          properties,
          required: page.required?.filter(name => name !== 'repoUrl') ?? [],
        },
      ];
}

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
 * of its service.
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
  const pages = [parameters ?? []].flat();
  if (
    !steps ||
    !publish ||
    options.canPublish(publish.action, allowedHosts(pages))
  ) {
    return template;
  }
  return {
    ...template,
    spec: {
      ...template.spec,
      parameters: pages.flatMap(withoutRepoUrl),
      steps: steps.map(step =>
        step === publish
          ? {
              ...step,
              name: `${step.name} (simulated)`,
              action: 'sandbox:repository:publish',
              input: { name: '${{ parameters.name }}' },
            }
          : inSandbox(step, options.repositoriesUrl),
      ),
    },
  };
}

function inSandbox(step: Step, repositoriesUrl: string): Step {
  switch (step.action) {
    // Publishing there twice does no harm, so that nothing is looked for.
    case 'soa:repository:find': {
      const { repoContentsUrl, ...input } = step.input ?? {};
      return { ...step, input };
    }
    // The catalog knows the source-code hosts that are configured, and no other.
    case 'soa:rollout:start':
      return {
        ...step,
        input: {
          ...step.input,
          sourceUrl: `${repositoriesUrl}/repositories/\${{ parameters.name }}/archive/\${{ steps.publish.output.commitHash or 'newest' }}.tar.gz`,
        },
      };
    default:
      return step;
  }
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

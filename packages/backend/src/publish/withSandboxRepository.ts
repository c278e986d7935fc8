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
  const name = read
    ? `\${{ steps.${read.id}.output.name }}`
    : '${{ parameters.name }}';
  return {
    ...template,
    spec: {
      ...template.spec,
      parameters: pages.flatMap(withoutRepoUrl),
      steps: steps.map(step =>
        step === publish
          ? published(step, name, read !== undefined)
          : inSandbox(step, `${options.repositoriesUrl}/repositories/${name}`),
      ),
    },
  };
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

function inSandbox(step: Step, repositoryUrl: string): Step {
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
          sourceUrl: `${repositoryUrl}/archive/\${{ steps.publish.output.commitHash or 'newest' }}.tar.gz`,
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

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

/**
 * A template as it is where no source-code host is configured: it asks for no
 * repository and publishes to the sandbox cloud.
 */
export function withSandboxRepository(template: Entity): Entity {
  const { parameters, steps } = template.spec as {
    parameters?: Page | Page[];
    steps?: Step[];
  };
  const publish = steps?.find(({ action }) => action.startsWith('publish:'));
  if (!steps || !publish) {
    return template;
  }
  return {
    ...template,
    spec: {
      ...template.spec,
      parameters: [parameters ?? []].flat().flatMap(withoutRepoUrl),
      steps: steps.map(step => {
        if (step === publish) {
          return {
            id: step.id,
            name: `${step.name} (simulated)`,
            action: 'sandbox:repository:publish',
            input: { name: '${{ parameters.name }}' },
          };
        }
        return step.action === 'soa:rollout:start'
          ? {
              ...step,
              input: {
                ...step.input,
                sourceUrl: `\${{ steps['${publish.id}'].output.archiveUrl }}`,
              },
            }
          : step;
      }),
    },
  };
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

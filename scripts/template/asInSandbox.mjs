/**
 * A template for services that are there, as it is where these are in the sandbox
 * cloud: what would be a pull request is a commit, and what is applied an archive.
 */
export function asInSandbox(template) {
  const steps = template.spec.steps ?? [];
  const read = steps.find(({ action }) => action === 'soa:service:read');
  if (!read) {
    return template;
  }
  return {
    ...template,
    spec: {
      ...template.spec,
      steps: steps.map(step => inSandbox(step, `steps.${read.id}.output`)),
    },
  };
}

function inSandbox(step, service) {
  switch (step.action) {
    case 'publish:github:pull-request':
      return {
        ...step,
        action: 'sandbox:repository:commit',
        input: { name: `\${{ ${service}.name }}` },
      };
    case 'soa:rollout:start':
      return {
        ...step,
        input: {
          ...step.input,
          sourceUrl: `\${{ ${service}.remoteUrl }}/archive/newest.tar.gz`,
        },
      };
    default:
      return step;
  }
}

/**
 * A template for services that are there, as it is where these are in the sandbox
 * cloud: what would be a pull request is a commit, and what is applied an archive.
 */
export function asInSandbox(template) {
  const steps = template.spec.steps ?? [];
  const reads = steps.filter(({ action }) => action === 'soa:service:read');
  return {
    ...template,
    spec: {
      ...template.spec,
      steps: steps.map(step => {
        const read =
          reads.length === 1 ? reads[0] : reads.find(one => isAbout(step, one));
        return read ? inSandbox(step, `steps.${read.id}.output`) : step;
      }),
    },
  };
}

/** Whether a step is about the service that another one reads. */
function isAbout({ input = {} }, read) {
  return (
    (input.componentRef !== undefined &&
      input.componentRef === read.input?.componentRef) ||
    String(input.repoUrl).includes(`steps.${read.id}.output.repoUrl`)
  );
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

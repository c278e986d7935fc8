const SERVICE_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * The longest service name: what remains of the 32 characters of a load
 * balancer's name after the longest usual placement key.
 *
 * @public
 */
export const SERVICE_NAME_MAX_LENGTH = 24;

/**
 * Why a name cannot be a service's: it has to do as the name of a catalog
 * entity, a workspace, an ECS service, an IAM role and a load balancer.
 *
 * @returns one sentence with the remedy, or `undefined` if the name will do
 * @public
 */
export function serviceNameProblem(name: string): string | undefined {
  if (name.length < 2 || name.length > SERVICE_NAME_MAX_LENGTH) {
    return `The name has ${name.length} characters: use 2 to ${SERVICE_NAME_MAX_LENGTH}.`;
  }
  if (!SERVICE_NAME.test(name)) {
    return 'Use lower-case letters, digits and single hyphens, beginning with a letter and ending with a letter or digit.';
  }
  if (name.startsWith('internal-') || name.startsWith('aws-')) {
    return `AWS reserves names that begin with "${
      name.split('-')[0]
    }-": choose another.`;
  }
  return undefined;
}

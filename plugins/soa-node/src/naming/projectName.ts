import { createHash } from 'node:crypto';
import { parseEntityRef } from '@backstage/catalog-model';

const LONGEST = 40;
const PROJECT_NAME = /^[\w -]{3,40}$/;
// What is shortened ends so: a namespace and a name can look like it.
const SHORTENED = / [0-9a-f]{8}$/;

/**
 * The HCP Terraform project that holds a group's workspaces: the group's name,
 * where HCP Terraform takes it. Two groups never share one.
 *
 * @public
 */
export function projectName(owner: string): string {
  const { namespace, name } = parseEntityRef(owner.toLocaleLowerCase('en-US'));
  // No entity's name has a space in it.
  const whole = namespace === 'default' ? name : `${namespace} ${name}`;
  if (PROJECT_NAME.test(whole) && !SHORTENED.test(whole)) {
    return whole;
  }
  const hash = createHash('sha256').update(whole).digest('hex').slice(0, 8);
  const start = whole.replace(/[^\w -]/g, '-').slice(0, LONGEST - 9);
  return `${start} ${hash}`;
}

import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

const KEY = 'soa.access.permissionsBoundary';

/** What the Terraform module `account-baseline` makes. */
const BASELINE = 'soa/service-boundary';

/**
 * The policy that bounds all roles of services, as path and name.
 *
 * @returns `undefined` where the portal does not look after deploy access, and no
 * policy is configured
 * @throws InputError that names the key at fault
 */
export function readPermissionsBoundary(
  config: RootConfigService,
): string | undefined {
  const configured = config.getOptionalString(KEY);
  if (configured === undefined) {
    return config.getOptionalBoolean('soa.access.enabled') === false
      ? undefined
      : BASELINE;
  }
  if (!/^[\w+=,.@-]+(\/[\w+=,.@-]+)*$/.test(configured)) {
    throw new InputError(
      `${KEY} is "${configured}": write the policy's path and name, such as ${BASELINE}`,
    );
  }
  return configured;
}

import {
  placementIdentity,
  placementKeys,
} from '@backstage-soa/plugin-soa-common';
import type { Placement } from '@backstage-soa/plugin-soa-common';
import { accounts } from './accounts';
import { TERRAFORM_ORGANIZATION } from './services';
import type { SandboxService } from './services';

const NAME = 'account-baseline';

/** The project of the platform team. */
export const PLATFORM_PROJECT = 'team-platform';

/** What an account's access workspace is called. */
export function accessWorkspaceName(account: string): string {
  return `${NAME}-${account}`;
}

/** What every active account is given itself, by the platform team. */
export const accountBaseline: SandboxService = {
  name: NAME,
  description:
    'What every account is given: guardrails, and who deploys into it',
  owner: `group:default/${PLATFORM_PROJECT}`,
  type: 'platform',
  placements: withNames(
    accounts
      .filter(({ state }) => state === 'ACTIVE')
      .map(({ id, tags }) => ({
        // What belongs to no environment is as dear as production.
        environment: tags['soa:environment'] ?? 'prod',
        account: id,
        region: 'global',
        runtime: 'platform',
      })),
  ),
};

function withNames(placements: Placement[]): SandboxService['placements'] {
  const keys = placementKeys(placements);
  return placements.map(placement => {
    const workspaceName = accessWorkspaceName(placement.account);
    return {
      ...placement,
      key: keys.get(placementIdentity(placement))!,
      workspaceName,
      workspace: `${TERRAFORM_ORGANIZATION}/${workspaceName}`,
    };
  });
}

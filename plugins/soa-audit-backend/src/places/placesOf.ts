import { GLOBAL_REGION, isRegion } from '@backstage-soa/plugin-soa-common';
import type { WorkspaceWithOutputs } from '@backstage-soa/plugin-soa-common';
import { arnsIn, TASK_ROLE_OUTPUTS } from '../attribution';
import { EVERY_REGION } from './OwnerPlace';
import type { OwnerPlace, RunAccount } from './OwnerPlace';

// IAM, CloudFront and STS's global endpoint are logged there.
const GLOBAL_SERVICES_REGION = 'us-east-1';

/**
 * Where events of each component and workspace can be, as they are attributed:
 * of what outputs name, only that counts which is in the component's accounts.
 */
export function placesOf(
  workspaces: readonly WorkspaceWithOutputs[],
  runs: readonly RunAccount[] = [],
): OwnerPlace[] {
  const found = new Map<string, OwnerPlace>();
  const accountsOf = new Map<string, Set<string>>();
  const residents = new Map<string, Set<string>>();
  const accountsOfRuns = new Map<string, Set<string>>();
  for (const { organization, workspace, account } of runs) {
    addTo(accountsOfRuns, `${organization}/${workspace}`, account);
  }
  for (const { componentRef, placement } of workspaces) {
    if (componentRef && placement) {
      addTo(accountsOf, componentRef, placement.account);
      // As it is attributed: what the account itself is given does not count.
      if (placement.runtime !== 'platform') {
        addTo(residents, placement.account, componentRef);
      }
    }
  }
  for (const workspace of workspaces) {
    const { id, organization, name, componentRef, placement, roles } =
      workspace;
    const add = (account: string, region: string) => {
      const here = region === GLOBAL_REGION ? '' : region;
      for (const owner of componentRef ? [id, componentRef] : [id]) {
        const place = {
          owner,
          account,
          region: here || GLOBAL_SERVICES_REGION,
        };
        found.set(JSON.stringify(place), place);
      }
    };
    if (placement) {
      add(placement.account, placement.region);
    }
    // A run acts in its roles, whosever the accounts are.
    const deployRoles = [roles.plan ?? '', roles.apply ?? ''];
    for (const account of [
      ...deployRoles.map(accountIn).filter(Boolean),
      ...(accountsOfRuns.get(`${organization}/${name}`) ?? []),
    ]) {
      add(account, EVERY_REGION);
    }
    for (const output of workspace.outputs) {
      for (const arn of arnsIn(output.value)) {
        const account = accountIn(arn);
        const isOwn =
          !componentRef || accountsOf.get(componentRef)?.has(account);
        if (account && isOwn) {
          // An output can say anything; of global resources it says no Region.
          const region = arn.split(':')[3];
          if (TASK_ROLE_OUTPUTS.has(output.name)) {
            add(account, EVERY_REGION);
          } else if (region === '' || isRegion(region)) {
            add(account, region);
          }
        }
      }
    }
  }
  for (const [account, components] of residents) {
    // Whatever happens in an account is of who is alone there.
    if (components.size === 1) {
      const place = {
        owner: [...components][0],
        account,
        region: EVERY_REGION,
      };
      found.set(JSON.stringify(place), place);
    }
  }
  return [...found.values()];
}

function accountIn(arn: string): string {
  return /^\d{12}$/.exec(arn.split(':')[4] ?? '')?.[0] ?? '';
}

function addTo(map: Map<string, Set<string>>, key: string, value: string) {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}

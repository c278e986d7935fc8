import type { ResolvedPlacement } from '@backstage-soa/plugin-soa-common';
import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type { HcpTerraform } from '@backstage-soa/plugin-soa-node';
import pLimit from 'p-limit';
import { findAccessWorkspace } from '../findAccessWorkspace';
import type { AccessSettings } from '../settings';
import { accountsOf, keyOf } from './accessKeys';

const AT_ONCE = 10;

/** Why accounts have no access workspace, by account. */
export async function accessProblems(
  placements: readonly ResolvedPlacement[],
  options: { hcpTerraform: HcpTerraform; settings: AccessSettings },
): Promise<Map<string, string>> {
  const { hcpTerraform, settings } = options;
  const problems = new Map<string, string>();
  const limit = pLimit(AT_ONCE);
  const accounts = accountsOf(placements.map(keyOf));
  await Promise.all(
    accounts.map(({ organization, account }) =>
      limit(async () => {
        const found = await findAccessWorkspace(
          hcpTerraform.client(organization),
          { account, componentRef: settings.componentRef },
        ).catch(notAnswered);
        const own = placements.find(
          placement =>
            placement.account === account &&
            placement.workspace === `${organization}/${found.workspace?.name}`,
        );
        if (found.problem) {
          problems.set(account, found.problem);
        } else if (own) {
          problems.set(
            account,
            `${own.workspace} is the access workspace of account ${account}, which gives itself no roles: they are made before it`,
          );
        }
      }),
    ),
  );
  return problems;
}

/** What is not known now is seen later: asking for it does no harm. */
function notAnswered(error: unknown): {
  workspace?: { name: string };
  problem?: string;
} {
  if (error instanceof HcpTerraformError) {
    return {};
  }
  throw error;
}

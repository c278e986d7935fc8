import type { ResolvedPlacement } from '@backstage-soa/plugin-soa-common';

interface EnvironmentSummary {
  environment: string;
  regions: string[];
  accounts: string[];
}

/** Where each environment of a service runs, in the order of the placements. */
export function summaryOf(
  placements: readonly ResolvedPlacement[],
): EnvironmentSummary[] {
  const names = [...new Set(placements.map(({ environment }) => environment))];
  return names.map(environment => {
    const its = placements.filter(
      placement => placement.environment === environment,
    );
    return {
      environment,
      regions: [...new Set(its.map(({ region }) => region))],
      accounts: [
        ...new Set(
          its.map(({ accountName, account }) => `${accountName} (${account})`),
        ),
      ],
    };
  });
}

const PAGE = 100;

/**
 * The fewest requests with which HCP Terraform's API lets workspaces be made, and
 * be found as they shall be.
 *
 * @param options - how many workspaces, and what each has: `variables`, `teams`,
 * `variableSets`, `notifications` (0 or 1)
 */
export function fewestRequests(options) {
  const { count, variables, teams, variableSets, notifications } = options;
  // What is named in the template is known by its id in the API: the project,
  // all teams at once, and each variable set.
  const names = 1 + Math.min(teams, 1) + variableSets;
  return {
    // There is no request that makes two workspaces, two variables, or gives
    // two teams access, and none that makes a workspace with its variables. That
    // a workspace is not there yet is what its own POST says. A variable set is
    // applied to all workspaces at once.
    created:
      names + count * (1 + variables + teams + notifications) + variableSets,
    // Workspaces come with settings, tags and variables, a hundred on a page. Who
    // has access comes by team, a hundred on a page, or by workspace. What a
    // variable set reaches came with its id. A notification of each workspace is
    // read with it: one of the whole project would cost less, but has one secret
    // for all of its workspaces, and hosts other than HCP Terraform have none.
    again:
      names +
      Math.ceil(count / PAGE) +
      Math.min(teams * Math.ceil(count / PAGE), count) +
      count * notifications,
  };
}

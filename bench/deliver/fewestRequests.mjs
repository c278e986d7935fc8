const PAGE = 100;

/**
 * The fewest requests with which HCP Terraform's API lets a configuration be planned
 * in workspaces, and then applied in waves.
 *
 * @param options - how many placements, and in waves of how many
 */
export function fewestRequests({ count, wave }) {
  const pagesOf = number => Math.ceil(number / PAGE);
  // That workspaces are those of the placements, and what each holds: they come with
  // tags and current runs, a hundred on a page. Once before anything is uploaded, and
  // again before each wave, days later perhaps.
  const lists = pagesOf(count) + Math.ceil(count / wave) * pagesOf(wave);
  // A configuration version is made, its archive uploaded, and asked whether it has
  // been taken: no run is to be started before. A run could take the one of another
  // workspace; but it would be gone with that workspace, and nothing could be rolled
  // back to it.
  const upload = 3;
  // A run that HCP Terraform starts by itself with the upload has no message by which
  // it is found after a crash. A run comes with its plan, and has to be asked for:
  // a notification is no more than a hint, and there are none of runs that only plan.
  // Lists of runs come more than one at once, but no more than 30 in a minute.
  const plan = 2;
  // Started, looked at with its plan, confirmed, and looked at when it has ended.
  const apply = 4;
  // What is applied first, with no gate before it, is planned by the runs that apply it.
  return lists + count * (upload + plan + apply) - wave * plan;
}

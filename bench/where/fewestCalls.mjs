const ACCOUNTS_A_PAGE = 20;
const UNITS_A_PAGE = 20;
const WORKSPACES_A_PAGE = 100;

/**
 * The fewest calls by which an organisation can be read that names the units of its
 * accounts: one for itself, one for its root, one a page of accounts, one or more a unit
 * and for the root, since AWS gives units by their parents only, one for the tags of each
 * account, and, where these are known, one that asks which have changed.
 */
export function fewestAwsCalls({ accounts, units }, { areTagsKnown }) {
  const children = new Map();
  for (const { parentId } of units) {
    children.set(parentId, (children.get(parentId) ?? 0) + 1);
  }
  const pages = [...children.values()].map(count =>
    Math.ceil(count / UNITS_A_PAGE),
  );
  const parents = units.length + 1;
  const unitCalls =
    pages.reduce((sum, each) => sum + each, 0) + parents - children.size;
  const tagCalls = areTagsKnown ? 1 : accounts.length;
  return (
    2 + Math.ceil(accounts.length / ACCOUNTS_A_PAGE) + unitCalls + tagCalls
  );
}

/** One a page of the largest size, with all that comes with it. */
export function fewestHcpCalls(workspaces) {
  return Math.ceil(workspaces / WORKSPACES_A_PAGE);
}

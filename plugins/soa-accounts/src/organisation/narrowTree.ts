import type { Account } from '@backstage-soa/plugin-soa-common';
import { contentsOf } from './contentsOf';
import type { OrganisationNode, TreeNode } from './organisationTree';

/** What is looked for in a tree. */
export interface TreeQuery {
  /** Part of the name or id of a unit or an account. */
  text: string;
  /** Whether an account is wanted; what it is in is kept with it. */
  wants: (account: Account, placements: number) => boolean;
  /** Whether units without an account that is wanted are left out. */
  onlyAccounts: boolean;
}

/**
 * What is left of a tree. All that is in a unit whose own name or id fits is kept
 * with it. Counts are those of what is left.
 */
export function narrowTree(
  roots: readonly OrganisationNode[],
  query: TreeQuery,
): OrganisationNode[] {
  const text = query.text.trim().toLocaleLowerCase('en-US');
  return roots.flatMap(root => narrow(root, { ...query, text }, text === ''));
}

function narrow<T extends TreeNode>(
  node: T,
  query: TreeQuery,
  isFound: boolean,
): T[] {
  if (node.kind === 'service') {
    return [node];
  }
  const found = isFound || fits(node, query.text);
  if (node.kind === 'account') {
    return found && query.wants(node.account, node.placements) ? [node] : [];
  }
  const children = node.children.flatMap(child => narrow(child, query, found));
  if (children.length === 0 && (!found || query.onlyAccounts)) {
    return [];
  }
  const counted = children.flatMap(child =>
    child.kind === 'service' ? [] : [child],
  );
  return [{ ...node, children, ...contentsOf(counted) }];
}

function fits({ name, id }: { name: string; id: string }, text: string) {
  return (
    id.toLocaleLowerCase('en-US').includes(text) ||
    name.toLocaleLowerCase('en-US').includes(text)
  );
}

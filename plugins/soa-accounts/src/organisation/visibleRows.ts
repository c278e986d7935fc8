import type { OrganisationNode, TreeNode } from './organisationTree';

/** A row of the tree, and where it is in it. */
export interface TreeRow {
  node: TreeNode;
  /** From 1. */
  level: number;
  /** Among its siblings, from 1. */
  position: number;
  siblings: number;
  /** Absent where there is nothing to show. */
  isExpanded?: boolean;
  /** The index of the row above it in the tree. */
  parent?: number;
}

/** The rows of all that is not in something that is closed. */
export function visibleRows(
  roots: readonly OrganisationNode[],
  isExpanded: (node: TreeNode) => boolean,
): TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (
    nodes: readonly TreeNode[],
    level: number,
    parent: number | undefined,
  ) =>
    nodes.forEach((node, index) => {
      const children = node.kind === 'service' ? [] : node.children;
      const isOpen = children.length > 0 && isExpanded(node);
      const at = rows.length;
      rows.push({
        node,
        level,
        position: index + 1,
        siblings: nodes.length,
        ...(children.length > 0 && { isExpanded: isOpen }),
        ...(parent !== undefined && { parent }),
      });
      if (isOpen) {
        add(children, level + 1, at);
      }
    });
  add(roots, 1, undefined);
  return rows;
}

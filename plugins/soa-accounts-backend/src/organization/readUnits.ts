import {
  ListOrganizationalUnitsForParentCommand,
  ListRootsCommand,
} from '@aws-sdk/client-organizations';
import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import type { OrganizationalUnit } from '@backstage-soa/plugin-soa-common';
import { allPages } from './allPages';
import { given } from './given';

/** Reads the roots and organizational units, from the roots down. */
export async function readUnits(options: {
  client: OrganizationsClient;
  organizationId: string;
  signal?: AbortSignal;
}): Promise<OrganizationalUnit[]> {
  const { client, organizationId, signal } = options;
  const abort = { abortSignal: signal };
  const roots = await allPages(async NextToken => {
    const page = await client.send(new ListRootsCommand({ NextToken }), abort);
    return { items: page.Roots, next: page.NextToken };
  });
  const units = new Map<string, OrganizationalUnit>();
  const waiting: OrganizationalUnit[] = roots.map(root => ({
    ...named(root, 'root'),
    organizationId,
    path: '',
  }));
  for (let unit = waiting.pop(); unit; unit = waiting.pop()) {
    units.set(unit.id, unit);
    const { id: ParentId, path } = unit;
    const children = await allPages(async NextToken => {
      const page = await client.send(
        new ListOrganizationalUnitsForParentCommand({ ParentId, NextToken }),
        abort,
      );
      return { items: page.OrganizationalUnits, next: page.NextToken };
    });
    for (const child of children) {
      const known = named(child, 'organizational unit');
      waiting.push({
        ...known,
        organizationId,
        parentId: ParentId,
        path: path ? `${path}/${known.name}` : known.name,
      });
    }
  }
  return [...units.values()];
}

function named(
  { Id, Name, Arn }: { Id?: string; Name?: string; Arn?: string },
  what: string,
) {
  const id = given(Id, `the id of a ${what}`);
  return { id, name: Name ?? id, arn: given(Arn, `the ARN of ${id}`) };
}

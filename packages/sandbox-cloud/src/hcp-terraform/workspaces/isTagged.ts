import { z } from 'zod';
import type { Query } from '../json-api';
import type { HcpWorkspace } from '../HcpState';

const filterSchema = z.object({
  filter: z
    .object({
      tagged: z
        .union([
          z.array(z.object({ key: z.string(), value: z.string() })),
          z
            .record(
              z.string(),
              z.object({ key: z.string(), value: z.string() }),
            )
            .transform(tags => Object.values(tags)),
        ])
        .default([]),
    })
    .default({ tagged: [] }),
});

/** Whether a workspace has all the tags that `filter[tagged][n]` names. */
export function isTagged(query: Query): (workspace: HcpWorkspace) => boolean {
  const { filter } = filterSchema
    .catch({ filter: { tagged: [] } })
    .parse(query);
  return ({ tags }) =>
    filter.tagged.every(({ key, value }) => tags[key] === value);
}

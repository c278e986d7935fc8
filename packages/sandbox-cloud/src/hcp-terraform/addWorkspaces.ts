import { z } from 'zod';
import type { HcpState } from './HcpState';

const notification = z.strictObject({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  token: z.string(),
  triggers: z.array(z.string()),
});

/** Many workspaces at once, as whoever measures or kills needs them. */
export const newWorkspaces = z.strictObject({
  workspaces: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      tags: z.record(z.string(), z.string()),
      /** Which placement file it applies. */
      placement: z.string(),
      notifications: z.array(notification).default([]),
    }),
  ),
});

/** Adds workspaces that nothing has run in, in the first project. */
export function addWorkspaces(
  state: HcpState,
  { workspaces }: z.infer<typeof newWorkspaces>,
  now: number,
): void {
  for (const { id, name, tags, placement, notifications } of workspaces) {
    state.workspaces.push({
      id,
      name,
      tags,
      projectId: state.projects[0].id,
      description: null,
      workingDirectory: 'infra',
      terraformVersion: '1.11.4',
      autoApply: false,
      assessmentsEnabled: false,
      sourceName: null,
      sourceUrl: null,
      notifications: notifications.map(one => ({ ...one, enabled: true })),
      variables: [
        {
          id: id.replace('ws-', 'var-'),
          key: 'placement',
          value: placement,
          description: null,
          category: 'terraform',
          hcl: false,
          sensitive: false,
        },
      ],
      outputs: {},
      resourceCount: 0,
      changedAt: now,
      runIds: [],
    });
  }
}

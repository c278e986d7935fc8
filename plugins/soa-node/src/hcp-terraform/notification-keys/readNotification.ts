import { z } from 'zod';

const text = z.string().nullish();

/** What says which workspace it is about. */
const about = {
  organization_name: text,
  workspace_id: text,
  workspace_name: text,
};

const payloadSchema = z.object({
  ...about,
  notification_configuration_id: text,
  run_id: text,
  // Version 1, of runs, has a list of what happened; version 2 one thing.
  notifications: z.array(z.looseObject({ trigger: z.string() })).nullish(),
  trigger: text,
  details: z.looseObject(about).nullish(),
});

/**
 * What HCP Terraform tells of a workspace.
 *
 * @public
 */
export interface HcpTerraformNotice {
  /** Absent where HCP Terraform only looks whether somebody answers. */
  workspace?: { organization: string; id: string; name?: string };
  runId?: string;
  /** Such as `run:completed`; `verification` for that look. */
  triggers: string[];
  /** The same for the same thing told again, as the host gives no id. */
  identity: string;
}

/**
 * Reads the body of a notification, without asking who has sent it.
 *
 * @returns `undefined` if it is none
 * @public
 */
export function readNotification(
  body: unknown,
): HcpTerraformNotice | undefined {
  const payload = payloadSchema.safeParse(body).data;
  if (!payload) {
    return undefined;
  }
  const { details, trigger, notifications, run_id: runId } = payload;
  const organization =
    payload.organization_name ?? details?.organization_name ?? undefined;
  const id = payload.workspace_id ?? details?.workspace_id ?? undefined;
  const name = payload.workspace_name ?? details?.workspace_name ?? undefined;
  return {
    ...(organization && id && { workspace: { organization, id, name } }),
    ...(runId && { runId }),
    triggers: [
      ...(trigger ? [trigger] : []),
      ...(notifications ?? []).map(one => one.trigger),
    ],
    identity: JSON.stringify([
      payload.notification_configuration_id,
      id,
      runId,
      trigger,
      details,
      notifications,
    ]),
  };
}

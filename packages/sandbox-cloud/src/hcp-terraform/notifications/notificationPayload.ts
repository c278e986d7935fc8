import { TERRAFORM_ORGANIZATION } from '../../organisation';
import { assessmentResource } from '../assessments';
import type { HcpNotification, HcpRun, HcpWorkspace } from '../HcpState';
import { iso } from '../json-api';

/** What HCP Terraform sends of a run: version 1 of its payload. */
export function runPayload(
  notification: HcpNotification,
  workspace: HcpWorkspace,
  run: HcpRun,
  trigger: string,
) {
  return {
    payload_version: 1,
    notification_configuration_id: notification.id,
    run_url: `/app/${TERRAFORM_ORGANIZATION}/workspaces/${workspace.name}/runs/${run.id}`,
    run_id: run.id,
    run_message: run.message,
    run_created_at: iso(run.createdAt),
    run_created_by: 'sandbox',
    workspace_id: workspace.id,
    workspace_name: workspace.name,
    organization_name: TERRAFORM_ORGANIZATION,
    notifications: [
      {
        message: `Run ${run.status}`,
        trigger,
        run_status: run.status,
        run_updated_at: iso(run.since),
        run_updated_by: 'sandbox',
      },
    ],
  };
}

/** What it sends of an assessment: version 2 of its payload. */
export function driftPayload(
  notification: HcpNotification,
  workspace: HcpWorkspace,
) {
  const [result] = assessmentResource(workspace);
  const { attributes } = result;
  return {
    payload_version: '2',
    notification_configuration_id: notification.id,
    trigger_scope: 'assessment',
    trigger: 'assessment:drifted',
    message: 'Drift Detected',
    details: {
      new_assessment_result: {
        id: result.id,
        succeeded: attributes.succeeded,
        drifted: attributes.drifted,
        resources_drifted: attributes['resources-drifted'],
        resources_undrifted: attributes['resources-undrifted'],
        created_at: attributes['created-at'],
      },
      workspace_id: workspace.id,
      workspace_name: workspace.name,
      organization_name: TERRAFORM_ORGANIZATION,
    },
  };
}

/** What it sends of nothing, to see whether somebody answers. */
export function verificationPayload(notification: HcpNotification) {
  return {
    payload_version: 1,
    notification_configuration_id: notification.id,
    run_url: null,
    run_id: null,
    run_message: null,
    run_created_at: null,
    run_created_by: null,
    workspace_id: null,
    workspace_name: null,
    organization_name: null,
    notifications: [
      {
        message: `Verification of ${notification.name}`,
        trigger: 'verification',
        run_status: null,
        run_updated_at: null,
        run_updated_by: null,
      },
    ],
  };
}

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { RequestValidator } from '@backstage/plugin-events-node';
import {
  notificationToken,
  readNotification,
} from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraformNotice,
  HcpTerraformNotificationSettings,
} from '@backstage-soa/plugin-soa-node';
import { isSigned } from './isSigned';
import { RefusalLog } from './RefusalLog';

const SIGNATURE = 'x-tfe-notification-signature';

/**
 * Takes what is signed with the secret of the workspace that it speaks of. What
 * is not is refused alike, so that nobody learns which workspaces there are.
 */
export function notificationValidator(
  settings: readonly HcpTerraformNotificationSettings[],
  logger: Pick<LoggerService, 'warn'>,
): RequestValidator {
  const refusals = new RefusalLog(logger);
  return async ({ body, headers, raw }, context) => {
    const notice = readNotification(body);
    if (notice && isVerification(notice)) {
      // It names no workspace, so that nothing tells whose it is. HCP Terraform
      // wants to be answered, and an event of it would say nothing.
      context.reject({ status: 202, payload: { status: 'verified' } });
      return;
    }
    const { organization, id: workspaceId } = notice?.workspace ?? {};
    const key = settings.find(one => one.organization === organization)?.key;
    if (
      !organization ||
      !workspaceId ||
      !key ||
      !isSigned(
        raw.body,
        headers[SIGNATURE],
        notificationToken({ key, organization, workspaceId }),
      )
    ) {
      refusals.add();
      context.reject({
        status: 403,
        payload: { message: 'The signature is not valid' },
      });
    }
  };
}

function isVerification(notice: HcpTerraformNotice): boolean {
  return (
    !notice.workspace &&
    !notice.runId &&
    notice.triggers.length > 0 &&
    notice.triggers.every(one => one === 'verification')
  );
}

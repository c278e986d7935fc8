import type { CloudTrailRecord } from './CloudTrailRecord';

// What the root user changes while signing in.
const CHANGES = /^(PasswordRecoveryCompleted|PasswordUpdated|EmailUpdated)$/;
const IDENTITY_CENTER =
  /^(Authenticate|Federate|Logout|CreateToken(WithIAM)?|RegisterClient|StartDeviceAuthorization|GetRoleCredentials)$/;

/**
 * Whether somebody opened, changed or closed a session, and nothing else:
 * CloudTrail calls many of these writes.
 */
export function isSignIn({
  eventName,
  eventSource,
  eventType,
}: CloudTrailRecord): boolean {
  if (
    eventType === 'AwsConsoleSignIn' ||
    eventSource === 'signin.amazonaws.com'
  ) {
    return !CHANGES.test(eventName);
  }
  return (
    eventSource === 'sts.amazonaws.com' ||
    (/^sso(-oauth|-oidc)?\.amazonaws\.com$/.test(eventSource) &&
      IDENTITY_CENTER.test(eventName))
  );
}

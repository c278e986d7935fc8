import type { Refusal, Silence } from '../misbehaviour';
import { AwsError } from './AwsError';

const THROTTLED: Record<string, string> = {
  organizations: 'TooManyRequestsException',
  sts: 'Throttling',
  ec2: 'RequestLimitExceeded',
};

const DENIED: Record<string, string> = {
  sts: 'AccessDenied',
  ec2: 'UnauthorizedOperation',
};

/** How AWS words a refusal that was asked for. */
export function misbehaved(
  service: string,
  kind: Exclude<Refusal, Silence>,
): AwsError {
  switch (kind) {
    case 'throttle':
      return new AwsError(
        THROTTLED[service] ?? 'ThrottlingException',
        'Rate exceeded',
      );
    case 'not-found':
      return new AwsError(
        DENIED[service] ?? 'AccessDeniedException',
        "You don't have permissions to access this resource.",
        service in DENIED ? 403 : 400,
      );
    default:
      return new AwsError(
        'InternalFailure',
        'The request processing has failed because of an unknown error.',
        500,
      );
  }
}

import type { Refusal, Silence } from '../misbehaviour';
import { AwsError } from './AwsError';

const THROTTLED: Record<string, string> = {
  organizations: 'TooManyRequestsException',
  sts: 'Throttling',
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
        service === 'sts' ? 'AccessDenied' : 'AccessDeniedException',
        "You don't have permissions to access this resource.",
        service === 'sts' ? 403 : 400,
      );
    default:
      return new AwsError(
        'InternalFailure',
        'The request processing has failed because of an unknown error.',
        500,
      );
  }
}

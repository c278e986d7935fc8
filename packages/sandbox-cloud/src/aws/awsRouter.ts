import express from 'express';
import type { Request, Response, Router } from 'express';
import type { CloudTrailLog } from '../cloudtrail';
import type { Misbehaviour } from '../Misbehaviour';
import { MANAGEMENT_ACCOUNT } from '../organisation';
import { readAwsCall } from './AwsCall';
import type { AwsCall } from './AwsCall';
import { AwsError } from './AwsError';
import { LookupEvents } from './lookupEvents';
import { organizationsOperations } from './organizations';
import { assumeRole } from './sts';

const TARGET = /^(AWSOrganizationsV20161128|.*CloudTrail_20131101)\.(\w+)$/;

/** The AWS APIs: JSON 1.1 by `X-Amz-Target`, and STS's query protocol. */
export function awsRouter(options: {
  log: CloudTrailLog;
  misbehaviour: Misbehaviour;
  now: () => number;
}): Router {
  const { misbehaviour, now } = options;
  const lookup = new LookupEvents(options.log, now);
  const router = express.Router();

  router.post(
    '/',
    express.urlencoded({ extended: false }),
    express.json({ type: 'application/x-amz-json-1.1' }),
    (request, response) => {
      const target = TARGET.exec(request.header('x-amz-target') ?? '');
      const [service, operation] = target
        ? [
            target[1].startsWith('AWSOrganizations')
              ? 'organizations'
              : 'cloudtrail',
            target[2],
          ]
        : ['sts', String(request.body?.Action ?? '')];
      const instead = misbehaviour.take(service, operation);
      if (instead === 'drop') {
        request.socket.destroy();
        return;
      }
      try {
        if (instead) {
          throw misbehaved(service, instead);
        }
        const call = readAwsCall(request, MANAGEMENT_ACCOUNT);
        if (!call) {
          throw new AwsError(
            'MissingAuthenticationToken',
            'Missing Authentication Token',
            403,
          );
        }
        if (service === 'sts') {
          answerSts(request, response, operation, now());
        } else {
          response
            .type('application/x-amz-json-1.1')
            .send(
              JSON.stringify(
                answerJson(service, operation, request, call, lookup),
              ),
            );
        }
      } catch (error) {
        if (!(error instanceof AwsError)) {
          throw error;
        }
        refuse(response, service, error);
      }
    },
  );
  return router;
}

function answerJson(
  service: string,
  operation: string,
  request: Request,
  call: AwsCall,
  lookup: LookupEvents,
): unknown {
  if (service === 'cloudtrail' && operation === 'LookupEvents') {
    return lookup.answer(request.body, call);
  }
  const answer = organizationsOperations[operation];
  if (service !== 'organizations' || !answer) {
    throw new AwsError(
      'UnknownOperationException',
      `The sandbox cloud does not know ${operation}.`,
    );
  }
  if (call.account !== MANAGEMENT_ACCOUNT) {
    throw new AwsError(
      'AccessDeniedException',
      "You don't have permissions to access this resource.",
    );
  }
  return answer(request.body, call);
}

function answerSts(
  request: Request,
  response: Response,
  operation: string,
  now: number,
): void {
  if (operation !== 'AssumeRole') {
    throw new AwsError(
      'InvalidAction',
      `The sandbox cloud does not know ${operation}.`,
    );
  }
  response.type('text/xml').send(assumeRole(request.body, now));
}

function misbehaved(service: string, kind: string): AwsError {
  if (kind === 'throttle') {
    return new AwsError(
      service === 'organizations'
        ? 'TooManyRequestsException'
        : 'ThrottlingException',
      'Rate exceeded',
    );
  }
  return kind === 'not-found'
    ? new AwsError('AccessDeniedException', 'Not allowed')
    : new AwsError('InternalFailure', 'Something broke', 500);
}

function refuse(response: Response, service: string, error: AwsError): void {
  const { code, message, status } = error;
  response.status(status);
  if (service === 'sts') {
    const text = message.replace(/[<&]/g, '?');
    response
      .type('text/xml')
      .send(
        `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${text}</Message></Error><RequestId>00000000-0000-4000-8000-000000000000</RequestId></ErrorResponse>`,
      );
    return;
  }
  response
    .type('application/x-amz-json-1.1')
    .send(JSON.stringify({ __type: code, message }));
}

import { randomUUID } from 'node:crypto';
import express from 'express';
import type { ErrorRequestHandler, Request, Response, Router } from 'express';
import type { CloudTrailLog } from '../cloudtrail';
import { keepSilent } from '../misbehaviour';
import type { Misbehaviour } from '../misbehaviour';
import type { Organisation } from '../organisation';
import type { Alarms } from './Alarms';
import { readAwsCall } from './AwsCall';
import { AwsError } from './AwsError';
import { LookupEvents } from './LookupEvents';
import { misbehaved } from './misbehaved';
import { awsOperations } from './awsOperations';
import { describeAlarms } from './cloudWatch';
import { answerOrganizations } from './organizations';
import { getParametersByPath } from './parameterStore';
import { assumeRole, stsError } from './sts';
import { describeVpcs, ec2Error } from './vpcs';

type Service =
  | 'organizations'
  | 'cloudtrail'
  | 'cloudwatch'
  | 'ec2'
  | 'ssm'
  | 'sts';

const EC2_VERSION = '2016-11-15';
const JSON_1_0 = 'application/x-amz-json-1.0';
const JSON_1_1 = 'application/x-amz-json-1.1';
const TARGET =
  /^(AWSOrganizationsV20161128|[\w.]*CloudTrail_20131101|AmazonSSM|GraniteServiceVersion20100801)\.(\w+)$/;
const SERVICES: Record<string, Service> = {
  AmazonSSM: 'ssm',
  GraniteServiceVersion20100801: 'cloudwatch',
};

function sendJson(response: Response, body: unknown): void {
  const isOld = response.req.header('content-type')?.startsWith(JSON_1_0);
  response.type(isOld ? JSON_1_0 : JSON_1_1).send(JSON.stringify(body));
}

const errorHandler: ErrorRequestHandler = (error, request, response, next) => {
  // What body-parser cannot read is the caller's fault.
  const isUnreadable = error?.type === 'entity.parse.failed';
  if (!(error instanceof AwsError) && !isUnreadable) {
    next(error);
    return;
  }
  const { code, message, status, details } = isUnreadable
    ? new AwsError('SerializationException', 'The body is no JSON.')
    : (error as AwsError);
  response.status(status);
  if (request.header('x-amz-target') === undefined) {
    const write = targetOf(request).service === 'ec2' ? ec2Error : stsError;
    response.type('text/xml').send(write(code, message));
  } else {
    sendJson(response, { __type: code, message, ...details });
  }
};

/**
 * The AWS APIs: JSON 1.0 and 1.1 by `X-Amz-Target`, and the query protocols of STS and
 * EC2.
 */
export function awsRouter(options: {
  log: CloudTrailLog;
  misbehaviour: Misbehaviour;
  now: () => number;
  organisation: Organisation;
  /** Whether a platform was rolled out there. */
  hasPlatform: (place: { account: string; region: string }) => boolean;
  alarms: Alarms;
}): Router {
  const { misbehaviour, now, organisation, hasPlatform } = options;
  const lookup = new LookupEvents(options);
  const router = express.Router();

  router.post(
    '/',
    express.urlencoded({ extended: false }),
    express.json({ type: [JSON_1_0, JSON_1_1], strict: false }),
    (request, response) => {
      response.set('x-amzn-requestid', randomUUID());
      const { service, operation } = targetOf(request);
      const refusal = misbehaviour.refuse(service, operation);
      if (keepSilent(request, refusal)) {
        return;
      }
      if (refusal) {
        throw misbehaved(service, refusal);
      }
      const call = readAwsCall(request.header('authorization'), organisation);
      if (!awsOperations[service].includes(operation)) {
        throw new AwsError(
          service === 'sts' || service === 'ec2'
            ? 'InvalidAction'
            : 'UnknownOperationException',
          `The sandbox cloud does not know ${operation}.`,
        );
      }
      if (service === 'sts') {
        response
          .type('text/xml')
          .send(assumeRole(request.body, now(), organisation));
      } else if (service === 'ec2') {
        response
          .type('text/xml')
          .send(describeVpcs(call, organisation.accounts(), hasPlatform));
      } else if (service === 'cloudtrail') {
        sendJson(response, lookup.answer(request.body, call));
      } else if (service === 'cloudwatch') {
        sendJson(response, describeAlarms(request.body, call, options.alarms));
      } else if (service === 'ssm') {
        sendJson(
          response,
          getParametersByPath(
            request.body,
            call,
            organisation.account(call.account),
            hasPlatform,
          ),
        );
      } else {
        sendJson(
          response,
          answerOrganizations(operation, request.body, call, {
            organisation,
            isOdd: kind => misbehaviour.isOdd(kind, service, operation),
          }),
        );
      }
    },
  );
  router.use(errorHandler);
  return router;
}

function targetOf(request: Request): { service: Service; operation: string } {
  const header = request.header('x-amz-target');
  if (header === undefined) {
    const { Action = '', Version } = request.body ?? {};
    const service = Version === EC2_VERSION ? 'ec2' : 'sts';
    return { service, operation: String(Action) };
  }
  const [, prefix = '', operation = header] = TARGET.exec(header) ?? [];
  if (prefix in SERVICES) {
    return { service: SERVICES[prefix], operation };
  }
  return {
    service: prefix.includes('CloudTrail') ? 'cloudtrail' : 'organizations',
    operation,
  };
}

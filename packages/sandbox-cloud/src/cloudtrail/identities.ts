import { fraction, token, uuid } from '../deterministic';

/** Who makes a call, as CloudTrail writes it down. */
export interface Caller {
  userIdentity: Record<string, unknown>;
  sourceIPAddress: string;
  userAgent: string;
  console?: boolean;
}

function assumedRole(
  account: string,
  role: string,
  session: string,
  accessKeyId: string,
  context: Record<string, unknown> = {},
): Record<string, unknown> {
  const path = role.split('/');
  const name = path[path.length - 1];
  const id = `AROA${token(17, account, role).toLocaleUpperCase('en-US')}`;
  return {
    type: 'AssumedRole',
    principalId: `${id}:${session}`,
    arn: `arn:aws:sts::${account}:assumed-role/${name}/${session}`,
    accountId: account,
    accessKeyId,
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId: id,
        arn: `arn:aws:iam::${account}:role/${role}`,
        accountId: account,
        userName: name,
      },
      attributes: { mfaAuthenticated: 'false' },
      ...context,
    },
  };
}

/** Access keys are capital letters and digits. */
function accessKey(...parts: unknown[]): string {
  return `ASIA${token(16, ...parts).toLocaleUpperCase('en-US')}`;
}

/** Somebody who came through Identity Center. */
export function personCaller(
  account: string,
  email: string,
  how: 'console' | 'cli',
  permissionSet = 'AdministratorAccess',
): Caller {
  const suffix = uuid(account, permissionSet).replaceAll('-', '').slice(0, 16);
  return {
    userIdentity: assumedRole(
      account,
      `aws-reserved/sso.amazonaws.com/AWSReservedSSO_${permissionSet}_${suffix}`,
      email,
      accessKey(account, email, permissionSet, how),
    ),
    sourceIPAddress: `203.0.113.${10 + Math.floor(fraction(email) * 200)}`,
    userAgent:
      how === 'console'
        ? 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
        : 'aws-cli/2.31.4 md/awscrt#0.27.6 ua/2.1 os/linux#6.8.0',
    console: how === 'console',
  };
}

/** Code that runs in a role of its own. */
export function workloadCaller(
  account: string,
  role: string,
  runtime: string,
): Caller {
  const hex = uuid(account, role).replaceAll('-', '');
  const isMachine = runtime === 'ec2';
  return {
    userIdentity: assumedRole(
      account,
      role,
      isMachine ? `i-0${hex.slice(0, 16)}` : hex,
      accessKey(account, role, 'workload'),
      isMachine ? { ec2RoleDelivery: '2.0' } : {},
    ),
    sourceIPAddress: `10.1.4.${10 + Math.floor(fraction(account, role) * 200)}`,
    userAgent: 'aws-sdk-js/3.1130.0 ua/2.1 os/linux lang/js md/nodejs#22.23.3',
  };
}

/** AWS, in a role that the account has given it. */
export function serviceRoleCaller(
  account: string,
  role: string,
  service: string,
): Caller {
  return {
    userIdentity: {
      ...assumedRole(
        account,
        `aws-service-role/${service}/${role}`,
        role,
        accessKey(account, role),
      ),
      invokedBy: service,
    },
    sourceIPAddress: service,
    userAgent: service,
  };
}

/** A role of an account that is not of this organisation. */
export function outsiderCaller(account: string, session: string): Caller {
  const id = `AROA${token(17, account).toLocaleUpperCase('en-US')}`;
  return {
    userIdentity: {
      type: 'AWSAccount',
      principalId: `${id}:${session}`,
      accountId: account,
    },
    sourceIPAddress: '192.0.2.77',
    userAgent: 'aws-sdk-go-v2/1.39.2 ua/2.1 os/linux lang/go#1.25.1',
  };
}

/** AWS itself. */
export function serviceCaller(service: string): Caller {
  return {
    userIdentity: { type: 'AWSService', invokedBy: service },
    sourceIPAddress: service,
    userAgent: service,
  };
}

const TERRAFORM =
  'APN/1.0 HashiCorp/1.0 Terraform/1.11.4 (+https://www.terraform.io) terraform-provider-aws/6.66.0 (+https://registry.terraform.io/providers/hashicorp/aws) aws-sdk-go-v2/1.40.0 ua/2.1 os/linux lang/go#1.26.0';

/** A phase of an HCP Terraform run, before and after it has taken on its role. */
export function pipelineCaller(run: {
  id: string;
  phase: 'plan' | 'apply';
  account: string;
  organization: string;
  project: string;
  workspace: string;
}): {
  webIdentity: Caller;
  session: Caller;
  role: string;
  subject: string;
  accessKeyId: string;
} {
  const { id, phase, account, organization, project, workspace } = run;
  const role = `soa/${workspace}-${phase}`;
  const subject = `organization:${organization}:project:${project}:workspace:${workspace}:run_phase:${phase}`;
  const provider = `arn:aws:iam::${account}:oidc-provider/app.terraform.io`;
  const accessKeyId = accessKey(id, phase);
  const where = { sourceIPAddress: '198.51.100.7', userAgent: TERRAFORM };
  return {
    role,
    subject,
    accessKeyId,
    webIdentity: {
      ...where,
      userIdentity: {
        type: 'WebIdentityUser',
        principalId: `${provider}:aws.workload.identity:${subject}`,
        userName: subject,
        identityProvider: provider,
      },
    },
    session: {
      ...where,
      userIdentity: assumedRole(account, role, `terraform-${id}`, accessKeyId),
    },
  };
}

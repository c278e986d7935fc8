import type { Request } from 'express';

/** Who calls, and where to, as a SigV4 signature says it. */
export interface AwsCall {
  account: string;
  region: string;
  accessKeyId: string;
}

const CREDENTIAL = /Credential=([A-Z0-9]+)\/\d{8}\/([a-z0-9-]+)\/[a-z0-9-]+\//;

/** Access keys that STS has given out carry the account that they are for. */
export function accessKeyFor(account: string): string {
  return `ASIASANDBOX0${account}`;
}

/** @returns `undefined` if the request is not signed */
export function readAwsCall(
  request: Request,
  mainAccount: string,
): AwsCall | undefined {
  const match = CREDENTIAL.exec(request.header('authorization') ?? '');
  if (!match) {
    return undefined;
  }
  const [, accessKeyId, region] = match;
  const account = /^ASIASANDBOX0(\d{12})$/.exec(accessKeyId)?.[1];
  return { accessKeyId, region, account: account ?? mainAccount };
}

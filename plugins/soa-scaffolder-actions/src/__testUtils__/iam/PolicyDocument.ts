/** An IAM policy, as far as ours go. */
export interface PolicyDocument {
  Version?: string;
  Statement: PolicyStatement[];
}

export interface PolicyStatement {
  Sid?: string;
  Effect: 'Allow' | 'Deny';
  Principal?: { Federated?: string; AWS?: string; Service?: string };
  Action?: string | string[];
  NotAction?: string | string[];
  Resource?: string | string[];
  NotResource?: string | string[];
  Condition?: Record<string, Record<string, string | string[]>>;
}

/** What IAM is asked. */
export interface PolicyRequest {
  /** `service:Action` */
  action: string;
  resource: string;
  /** Of a trust policy: the provider that has vouched for the caller. */
  federated?: string;
  /** Condition keys; one that is not there is absent from the request. */
  context?: Readonly<Record<string, string>>;
}

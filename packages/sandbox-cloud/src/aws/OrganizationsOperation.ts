import type { Oddity } from '../misbehaviour';
import type { Organisation } from '../organisation';
import type { PageInput } from './page';

/** A tag, as AWS writes it. */
export interface AwsTag {
  Key: string;
  Value: string;
}

/** What operations of AWS Organizations are given, as far as anybody gives it. */
export interface OrganizationsInput extends PageInput {
  AccountId?: string;
  AccountName?: string;
  ChildId?: string;
  CreateAccountRequestId?: string;
  DestinationParentId?: string;
  Email?: string;
  Filter?: string;
  ParentId?: string;
  ResourceId?: string;
  SourceParentId?: string;
  States?: string[];
  Tags?: AwsTag[];
  TargetId?: string;
}

/** What an operation answers from. */
export interface OrganizationsContext {
  organisation: Organisation;
  /** Whether a test has asked for this. */
  isOdd: (kind: Oddity) => boolean;
}

export type OrganizationsOperation = (
  input: OrganizationsInput,
  context: OrganizationsContext,
) => unknown;

/** An account as a template asks for it. */
export interface AccountWish {
  name: string;
  email?: string;
  /** A group's full reference. */
  owner: string;
  /** An OU by its id, or by the path of names: `Workloads/Dev`. */
  organizationalUnit: string;
  environment: string;
  runtimes: readonly string[];
  regions: readonly string[];
  businessUnit?: string;
  allowedOwners?: readonly string[];
}

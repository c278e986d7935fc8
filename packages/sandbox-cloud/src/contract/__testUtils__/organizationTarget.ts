/** A server that speaks AWS Organizations and STS, with an organisation in it. */
export interface OrganizationTarget {
  endpoint: string;
  managementAccount: string;
  /** What is in it, so that nothing can be missed. */
  accounts: number;
  /** The path of an organizational unit in another, and an account in it. */
  nested: { id: string; path: string[]; account: string };
  root: { id: string };
  /** The name of an account that has been closed. */
  closed: string;
  /** Lets time go by, where it does not by itself. */
  pass(milliseconds: number): void;
  stop(): Promise<void>;
}

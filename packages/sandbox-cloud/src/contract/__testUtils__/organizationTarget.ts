/** A server that speaks AWS Organizations and STS, with an organisation in it. */
export interface OrganizationTarget {
  endpoint: string;
  managementAccount: string;
  /** What is in it, so that nothing can be missed. */
  accounts: number;
  /** The path of an organizational unit in another, and an account in it. */
  nested: { path: string[]; account: string };
  stop(): Promise<void>;
}

/** @public */
export interface HcpTerraformOutput {
  name: string;
  sensitive: boolean;
  /** Absent if sensitive. */
  value?: unknown;
}

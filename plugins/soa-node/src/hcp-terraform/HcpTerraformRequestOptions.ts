/** @public */
export interface HcpTerraformRequestOptions {
  signal?: AbortSignal;
}

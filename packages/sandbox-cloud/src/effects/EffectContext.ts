/** The placement that a run applies, as its placement file says it. */
export interface EffectContext {
  service: string;
  key: string;
  environment: string;
  account: string;
  region: string;
  runtime: string;
}

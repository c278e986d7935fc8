/**
 * What Terraform has printed in the newest run of a placement:
 * `GET /v1/rollouts/{id}/log?placement={key}`.
 *
 * @public
 */
export interface RolloutLog {
  runId: string;
  phase: 'plan' | 'apply';
  /** Without colours; of a long one, its end. */
  text: string;
  isTruncated: boolean;
}

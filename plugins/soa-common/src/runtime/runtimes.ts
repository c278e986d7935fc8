/**
 * What a placement can be of. Services run on all but `platform`: that is what an
 * account itself is given before any service comes, such as its baseline, its
 * network and its clusters.
 *
 * @public
 */
export const RUNTIMES = [
  'ecs-fargate',
  'ecs-ec2',
  'eks',
  'lambda',
  'ec2',
  'static-site',
  'platform',
] as const;

/** @public */
export type Runtime = (typeof RUNTIMES)[number];

/** @public */
export function isRuntime(value: unknown): value is Runtime {
  return RUNTIMES.some(runtime => runtime === value);
}

/**
 * What a service can run on.
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
] as const;

/** @public */
export type Runtime = (typeof RUNTIMES)[number];

/** @public */
export function isRuntime(value: unknown): value is Runtime {
  return RUNTIMES.some(runtime => runtime === value);
}

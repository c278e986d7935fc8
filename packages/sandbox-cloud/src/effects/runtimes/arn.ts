import type { EffectContext } from '../EffectContext';

/** The ARN of something in the placement's account and Region. */
/** The ARN of something in the placement's account and Region. */
export function arn(
  context: EffectContext,
  service: string,
  rest: string,
): string {
  return `arn:aws:${service}:${context.region}:${context.account}:${rest}`;
}

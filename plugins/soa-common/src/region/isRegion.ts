const REGION = /^[a-z]{2,}(-[a-z]+)+-\d{1,2}$/;
// AWS's own are shorter than 20; whoever stores them relies on an end.
const MAX_LENGTH = 32;

/**
 * The Region of resources that belong to none, such as IAM roles and CloudFront
 * distributions.
 *
 * @public
 */
export const GLOBAL_REGION = 'global';

/**
 * Whether the value has the form of an AWS Region, or is `global`.
 *
 * @public
 */
export function isRegion(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= MAX_LENGTH &&
    (value === GLOBAL_REGION || REGION.test(value))
  );
}

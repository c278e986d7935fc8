/** A resource as people know it: the last part of its ARN. */
export function resourceName(arn: string): string {
  return arn.startsWith('arn:') ? arn.split(':').slice(5).join(':') : arn;
}

/**
 * AWS's EC2 client, which takes some 50 MB: loaded once somebody needs it.
 *
 * @public
 */
export function loadEc2(): typeof import('@aws-sdk/client-ec2') {
  return require('@aws-sdk/client-ec2');
}

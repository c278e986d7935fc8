import { GLOBAL_REGION } from '@backstage-soa/plugin-soa-common';
import type { Runtime } from '@backstage-soa/plugin-soa-common';
import { consoleOrigin } from './consoleOrigin';

const PATHS: Readonly<Record<Runtime, (region: string) => string>> = {
  'ecs-fargate': region => `/ecs/v2/clusters?region=${region}`,
  'ecs-ec2': region => `/ecs/v2/clusters?region=${region}`,
  eks: region => `/eks/clusters?region=${region}`,
  lambda: region => `/lambda/home?region=${region}#/functions`,
  ec2: region => `/ec2/home?region=${region}#AutoScalingGroups:`,
  'static-site': () => '/cloudfront/v4/home#/distributions',
  platform: region => `/console/home?region=${region}`,
};

/**
 * The page of AWS's console where what a runtime runs is listed, in its Region.
 *
 * @returns `undefined` where AWS's console cannot be linked to
 * @public
 */
export function placementConsoleUrl(placement: {
  region: string;
  runtime: Runtime;
}): string | undefined {
  const { region, runtime } = placement;
  const origin = consoleOrigin(region);
  return (
    origin &&
    origin + PATHS[runtime](region === GLOBAL_REGION ? 'us-east-1' : region)
  );
}

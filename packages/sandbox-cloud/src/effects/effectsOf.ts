import type { EffectContext } from './EffectContext';
import type { Effects } from './Effects';
import { ec2Effects } from './runtimes/ec2Effects';
import { ecsEffects } from './runtimes/ecsEffects';
import { eksEffects } from './runtimes/eksEffects';
import { lambdaEffects } from './runtimes/lambdaEffects';
import { platformEffects } from './runtimes/platformEffects';
import { staticSiteEffects } from './runtimes/staticSiteEffects';

const byRuntime: Record<string, (context: EffectContext) => Effects> = {
  'ecs-fargate': ecsEffects,
  'ecs-ec2': ecsEffects,
  eks: eksEffects,
  lambda: lambdaEffects,
  ec2: ec2Effects,
  'static-site': staticSiteEffects,
  platform: platformEffects,
};

/** The effects of applying a placement; `undefined` for a runtime not known. */
export function effectsOf(context: EffectContext): Effects | undefined {
  return byRuntime[context.runtime]?.(context);
}

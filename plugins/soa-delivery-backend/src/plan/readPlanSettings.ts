import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { RolloutStageSettings } from '@backstage-soa/plugin-soa-common';
import { readEnvironments } from '@backstage-soa/plugin-soa-node';
import { stageSettingsSchema } from './planSchema';
import type { PlanSettings } from './resolvePlan';
import type { StageDefaults } from './StageDefaults';

const KEY = 'soa.delivery.environments';
const MAX_CONCURRENT = 10;

/**
 * What the organisation says of rollouts: `soa.delivery`.
 *
 * @throws InputError that names the key at fault
 */
export function readPlanSettings(config: RootConfigService): PlanSettings {
  const maxConcurrent =
    config.getOptionalNumber('soa.delivery.maxConcurrent') ?? MAX_CONCURRENT;
  if (!Number.isInteger(maxConcurrent) || maxConcurrent < 1) {
    throw new InputError(
      `soa.delivery.maxConcurrent is ${maxConcurrent}: write a whole number from 1 on`,
    );
  }
  const environments = readEnvironments(config);
  const said: object = config.getOptional(KEY) ?? {};
  const stages = new Map(
    Object.entries(said).map(([name, value]) => {
      if (!environments.some(environment => environment.name === name)) {
        throw new InputError(
          `${KEY}.${name}: soa.environments names no environment ${name}: add it there, or remove it here`,
        );
      }
      return [name, readStage(`${KEY}.${name}`, value ?? {})];
    }),
  );
  return { environments, stages, maxConcurrent };
}

function readStage(key: string, value: unknown): StageDefaults {
  const { defaults, required, ...others } = value as Record<string, unknown>;
  const [other] = Object.keys(others);
  if (other) {
    throw new InputError(
      `${key}.${other}: write what is meant under ${key}.defaults, or under ${key}.required if it holds whatever a plan says`,
    );
  }
  return {
    defaults: readSettings(`${key}.defaults`, defaults),
    required: readSettings(`${key}.required`, required),
  };
}

function readSettings(key: string, value: unknown = {}): RolloutStageSettings {
  const read = stageSettingsSchema.safeParse(value);
  if (!read.success) {
    const [{ path, message }] = read.error.issues;
    throw new InputError(`${[key, ...path].join('.')}: ${message}`);
  }
  return read.data;
}

import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { IngestSettings } from './ingest';

/** `soa.audit`, with its defaults. */
export interface AuditSettings extends IngestSettings {
  lookup: { enabled: boolean; firstReadDays: number; overlapMinutes: number };
  retentionDays: number;
}

/** @throws InputError that names the key at fault */
export function readSettings(config: RootConfigService): AuditSettings {
  const number = (
    key: string,
    standard: number,
    least: number,
    most: number,
  ): number => {
    const value = config.getOptionalNumber(`soa.audit.${key}`) ?? standard;
    if (value < least || value > most) {
      throw new InputError(
        `soa.audit.${key} is ${value}: write a number from ${least} to ${most}`,
      );
    }
    return value;
  };
  return {
    issuers: config.getOptionalStringArray('soa.audit.pipeline.issuers') ?? [
      'app.terraform.io',
    ],
    pipelineRoles:
      config.getOptionalStringArray('soa.audit.pipeline.roles') ?? [],
    minimumConfidence: number('outOfBand.minimumConfidence', 0.5, 0, 1),
    lookup: {
      enabled: config.getOptionalBoolean('soa.audit.lookup.enabled') ?? true,
      firstReadDays: number('lookup.firstReadDays', 14, 0, 90),
      overlapMinutes: number('lookup.overlapMinutes', 30, 0, 1_440),
    },
    retentionDays: number('retentionDays', 90, 7, 3_650),
  };
}

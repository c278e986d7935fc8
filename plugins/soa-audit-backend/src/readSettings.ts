import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { AssessmentSettings } from './attribution';

/** `soa.audit`, with its defaults. */
export interface AuditSettings
  extends Omit<AssessmentSettings, 'organizations'> {
  lookup: { enabled: boolean; firstReadDays: number; overlapMinutes: number };
  retentionDays: number;
}

// As the ARN of an OIDC provider has it: without a scheme or a slash at its end.
const ISSUER = /^[a-z0-9.-]+(:\d+)?(\/[\w.-]+)*$/i;
const ENTITY = /^[a-z]+:[\w.-]+\/[\w.-]+$/i;
const PRINCIPAL = /^arn:[\w-]+:iam::\d{12}:(role|user)\/\S+$/;

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
  const list = (
    key: string,
    standard: string[],
    pattern: RegExp,
    remedy: string,
  ): string[] => {
    const values =
      config.getOptionalStringArray(`soa.audit.${key}`) ?? standard;
    const index = values.findIndex(value => !pattern.test(value));
    if (index >= 0) {
      throw new InputError(
        `soa.audit.${key}[${index}] is "${values[index]}": ${remedy}`,
      );
    }
    return values;
  };
  return {
    issuers: list(
      'pipeline.issuers',
      ['app.terraform.io'],
      ISSUER,
      'write the host alone, such as app.terraform.io',
    ),
    pipelineRoles: list(
      'pipeline.roles',
      [],
      PRINCIPAL,
      'write the ARN of a role, such as arn:aws:iam::111122223333:role/deploy',
    ),
    minimumConfidence: number('outOfBand.minimumConfidence', 0.5, 0, 1),
    reconsidered: list(
      'attribution.reconsidered',
      [],
      ENTITY,
      'write the reference of an entity, such as component:default/orders',
    ).map(ref => ref.toLocaleLowerCase('en-US')),
    lookup: {
      enabled: config.getOptionalBoolean('soa.audit.lookup.enabled') ?? true,
      firstReadDays: number('lookup.firstReadDays', 14, 0, 90),
      overlapMinutes: number('lookup.overlapMinutes', 30, 0, 1_440),
    },
    retentionDays: number('retentionDays', 90, 7, 3_650),
  };
}

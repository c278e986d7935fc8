import type { LoggerService } from '@backstage/backend-plugin-api';
import type { RequestValidator } from '@backstage/plugin-events-node';
import { readRolloutTestResult } from '@backstage-soa/plugin-soa-node';
import type { RolloutTestSettings } from '@backstage-soa/plugin-soa-node';
import { isSigned } from './isSigned';
import { RefusalLog } from './RefusalLog';

const SIGNATURE = 'x-soa-signature';

/** Takes what is signed with the key of the integration test that it names. */
export function testResultValidator(
  settings: readonly RolloutTestSettings[],
  logger: Pick<LoggerService, 'warn'>,
): RequestValidator {
  const keys = new Map(settings.map(({ name, key }) => [name, key]));
  const refusals = new RefusalLog(logger, {
    one: 'a test result that is not signed with the key of its test',
    many: 'test results within a minute that are not signed with the key of their test',
  });
  return async ({ body, headers, raw }, context) => {
    const result = readRolloutTestResult(body);
    const key = result && keys.get(result.name);
    if (!key || !isSigned(raw.body, headers[SIGNATURE], key)) {
      refusals.add();
      context.reject({
        status: 403,
        payload: { message: 'The signature is not valid' },
      });
    }
  };
}

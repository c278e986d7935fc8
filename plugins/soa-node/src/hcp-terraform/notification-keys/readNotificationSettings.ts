import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readHttpUrl, readSecretKey } from '../../config';
import type { HcpTerraformNotificationSettings } from './HcpTerraformNotificationSettings';

/**
 * `notifications` of the entries of `soa.hcpTerraform`, where there is one.
 *
 * @throws InputError that names the key at fault, and never a secret
 * @public
 */
export function readNotificationSettings(
  config: RootConfigService,
): HcpTerraformNotificationSettings[] {
  const entries = config.getOptionalConfigArray('soa.hcpTerraform') ?? [];
  return entries.flatMap((entry, index) => {
    const settings = entry.getOptionalConfig('notifications');
    if (!settings) {
      return [];
    }
    const configKey = `soa.hcpTerraform[${index}].notifications`;
    const url = settings.getOptionalString('url');
    return [
      {
        organization: entry.getString('organization'),
        key: readSecretKey(settings.getString('key'), `${configKey}.key`),
        ...(url && {
          url: readHttpUrl(
            url,
            `${configKey}.url`,
            'https://portal.example.com/api/events/http/soa-hcp-terraform',
          ),
        }),
      },
    ];
  });
}

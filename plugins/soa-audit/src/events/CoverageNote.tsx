import { Alert } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Coverage } from '@backstage-soa/plugin-soa-common';
import { soaAuditTranslationRef } from '../translation';

const SHOWN = 5;

/** What is missing from the picture, in words; nothing if nothing is. */
export function CoverageNote({ coverage }: { coverage: Coverage }) {
  const { complete, gaps } = coverage;
  const { t } = useTranslationRef(soaAuditTranslationRef);
  if (complete) {
    return null;
  }
  const more = gaps.length - SHOWN;
  return (
    <Alert
      status="warning"
      icon
      title={t('coverage.title')}
      description={[
        ...gaps
          .slice(0, SHOWN)
          .map(({ account, region, reason }) =>
            t('coverage.gap', { account, region, reason }),
          ),
        ...(more > 0 ? [t('coverage.more', { number: String(more) })] : []),
      ].join(' ')}
    />
  );
}

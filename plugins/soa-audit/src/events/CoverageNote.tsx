import { Alert } from '@backstage/ui';
import type { Coverage } from '@backstage-soa/plugin-soa-common';

const SHOWN = 5;

/** What is missing from the picture, in words; nothing if nothing is. */
export function CoverageNote({ coverage }: { coverage: Coverage }) {
  const { complete, gaps } = coverage;
  if (complete) {
    return null;
  }
  const lines = gaps
    .slice(0, SHOWN)
    .map(({ account, region, reason }) => `${account} ${region}: ${reason}.`);
  const more = gaps.length - lines.length;
  return (
    <Alert
      status="warning"
      icon
      title="This is not the whole picture"
      description={[...lines, ...(more > 0 ? [`And ${more} more.`] : [])].join(
        ' ',
      )}
    />
  );
}

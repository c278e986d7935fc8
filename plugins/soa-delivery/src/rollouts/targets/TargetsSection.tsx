import { useId, useState } from 'react';
import { Flex, TablePagination, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Rollout, RolloutTarget } from '@backstage-soa/plugin-soa-common';
import { EmptyState } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryTranslationRef } from '../../translation';
import { wavesOf } from '../picture/wavesOf';
import { WaveChecks } from '../picture/WaveChecks';
import { sortByUrgency } from './sortByUrgency';
import { TargetFilters } from './TargetFilters';
import { targetGroupOf } from './targetGroup';
import type { TargetsChoice } from './useTargetsChoice';
import { TargetsTable } from './TargetsTable';

const PAGE = 25;

/** The placements of a rollout, of one wave or of all, page by page. */
export function TargetsSection(props: {
  rollout: Rollout;
  choice: TargetsChoice;
  onLog: (target: RolloutTarget) => void;
}) {
  const { rollout, choice, onLog } = props;
  const { wave, group } = choice;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const titleId = useId();
  const key = `${wave} ${group}`;
  const [place, setPlace] = useState({ key, offset: 0 });

  const waves = wavesOf(rollout);
  const chosen = waves.filter(({ id }) => wave === undefined || id === wave);
  const ofWave = chosen.flatMap(placed =>
    placed.wave.targets.map(target => ({ placed, target })),
  );
  const matching = sortByUrgency(ofWave).filter(
    ({ target }) => group === undefined || targetGroupOf(target) === group,
  );
  const wanted = place.key === key ? place.offset : 0;
  const offset = wanted < matching.length ? wanted : 0;
  const shown = matching.slice(offset, offset + PAGE);
  return (
    <section aria-labelledby={titleId}>
      <Flex direction="column" gap="3">
        <Text as="h2" variant="title-x-small" id={titleId}>
          {t('targets.title')}
        </Text>
        {waves.length > 1 || ofWave.length > 1 ? (
          <TargetFilters
            waves={waves}
            targets={ofWave.map(({ target }) => target)}
            choice={choice}
          />
        ) : null}
        {chosen
          .filter(placed => placed.wave.checks.length > 0)
          .filter(() => wave !== undefined || waves.length === 1)
          .map(placed => (
            <WaveChecks key={placed.id} placed={placed} />
          ))}
        {shown.length > 0 ? (
          <TargetsTable targets={shown} onLog={onLog} />
        ) : (
          <EmptyState
            title={t('targets.empty.title')}
            description={t('targets.empty.description')}
          />
        )}
        {matching.length > PAGE && (
          <TablePagination
            pageSize={PAGE}
            pageSizeOptions={[]}
            offset={offset}
            totalCount={matching.length}
            hasPreviousPage={offset > 0}
            hasNextPage={offset + PAGE < matching.length}
            onPreviousPage={() => setPlace({ key, offset: offset - PAGE })}
            onNextPage={() => setPlace({ key, offset: offset + PAGE })}
            getLabel={() =>
              t('targets.shown', {
                first: String(offset + 1),
                last: String(offset + shown.length),
                all: String(matching.length),
              })
            }
          />
        )}
      </Flex>
    </section>
  );
}

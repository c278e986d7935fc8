import type { Change } from '../changes';
import { withJsonValue } from '../files';
import { placementFile } from '../render';
import type { ServiceDescription } from '../render';
import type { PlacementFile } from '../service';

/** What the root configuration reads of a placement's file, and cannot do without. */
const FACTS = ['service', 'owner', 'production', 'regions'];

/**
 * Adds to the files of placements what older templates did not write, and the root
 * configuration reads.
 */
export function missingFacts(
  files: readonly PlacementFile[],
  service: ServiceDescription,
): Change[] {
  return files.map(({ path, text }, index): Change => {
    const there = JSON.parse(text);
    const whole = JSON.parse(placementFile(service, service.placements[index]));
    const after = FACTS.filter(fact => !(fact in there)).reduce(
      (changed, fact) => withJsonValue(changed, [fact], whole[fact]),
      text,
    );
    return { path, before: text, after };
  });
}

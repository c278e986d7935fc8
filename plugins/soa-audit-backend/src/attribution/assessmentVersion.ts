import { createHash } from 'node:crypto';
import type { AttributionIndex } from './AttributionIndex';
import type { AssessmentSettings } from './AssessmentSettings';

// Another one with each change of how events are assessed: what is stored is
// then assessed anew.
const RULES = 1;

/** Changes whenever the same record may make another event. */
export function assessmentVersion(
  index: Pick<AttributionIndex, 'version'>,
  settings: AssessmentSettings,
): string {
  const { issuers, organizations, pipelineRoles, reconsidered } = settings;
  const lists = [issuers, organizations, pipelineRoles, reconsidered];
  return createHash('sha256')
    .update(
      JSON.stringify([
        RULES,
        index.version,
        settings.minimumConfidence,
        ...lists.map(list => [...list].sort()),
      ]),
    )
    .digest('hex')
    .slice(0, 16);
}

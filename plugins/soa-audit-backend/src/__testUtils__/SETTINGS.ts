import type { AssessmentSettings } from '../attribution';

/** How the tests assess, if nothing else is said. */
export const SETTINGS: AssessmentSettings = {
  issuers: ['app.terraform.io'],
  organizations: ['acme', 'silent'],
  pipelineRoles: [],
  minimumConfidence: 0.5,
  reconsidered: [],
};

const INCLUDE = 'project,current_run,effective_tag_bindings';

// The state says since when it is there, and whether its outputs are known yet.
const DETAILS = 'vars,outputs,current_state_version,current_assessment_result';

/** What comes with workspaces. */
export interface WithWorkspaces {
  withVariables?: boolean;
  withDetails?: boolean;
}

/** The value of `include` that asks for it. */
export function include(wanted: WithWorkspaces | undefined): string {
  if (wanted?.withDetails) {
    return `${INCLUDE},${DETAILS}`;
  }
  return wanted?.withVariables ? `${INCLUDE},vars` : INCLUDE;
}

// Names of projects hold spaces, and anything else for all we know. Those of
// organizations and workspaces hold no colon: nobody can put a key into them.
const SUBJECT =
  /^organization:(?<organization>[\w-]+):project:(?<project>.+):workspace:(?<workspace>[\w-]+):run_phase:(?<phase>[a-z]+)$/;

/** The subject of a token of HCP Terraform, taken apart; nobody else's is one. */
export function parseSubject(subject: string):
  | {
      organization: string;
      project: string;
      workspace: string;
      phase: string;
    }
  | undefined {
  const groups = SUBJECT.exec(subject)?.groups;
  return (
    groups && {
      organization: groups.organization,
      project: groups.project,
      workspace: groups.workspace,
      phase: groups.phase,
    }
  );
}

// Names of projects hold spaces, so that only the literal keys separate.
const SUBJECT =
  /^organization:(?<organization>.+?):project:(?<project>.+?):workspace:(?<workspace>.+?):run_phase:(?<phase>[a-z]+)$/;

/** The subject of a token of HCP Terraform, taken apart. */
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

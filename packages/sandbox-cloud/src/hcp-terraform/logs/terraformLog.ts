const BOLD = '\u001b[1m';
const RED = '\u001b[31m';
const RESET = '\u001b[0m';
// A log is whole once the end is there.
const START = '\u0002';
const END = '\u0003';

export const bold = (text: string) => `${BOLD}${text}${RESET}`;

export const coloured = (colour: number, text: string) =>
  `\u001b[${colour}m${text}${RESET}`;

/** What the log of a phase says, around what the phase has done. */
export interface TerraformLog {
  terraformVersion: string;
  lines: readonly string[];
  /** As Terraform says it: `Error: …`. */
  error?: string;
  isEnded: boolean;
}

/** A log as HCP Terraform keeps it: with colours, between two control characters. */
export function terraformLog(log: TerraformLog): string {
  const { terraformVersion, lines, error, isEnded } = log;
  return [
    `${START}Terraform v${terraformVersion}`,
    'on linux_amd64',
    'Initializing plugins and modules...',
    bold('This run is simulated: the sandbox cloud runs no Terraform.'),
    ...lines,
    ...(error ? errorLines(error) : []),
    isEnded ? END : '',
  ].join('\n');
}

function errorLines(error: string): string[] {
  const [title, ...details] = error.replace(/^Error: /, '').split('\n');
  const bar = `${RED}│${RESET} `;
  return [
    `${RED}╷${RESET}`,
    `${bar}${BOLD}${RED}Error: ${RESET}${bold(title)}`,
    ...details.map(detail => `${bar}${detail}`),
    `${RED}╵${RESET}`,
  ];
}

import type { HcpRun } from '../HcpState';
import { planStatus } from '../runs/phaseStatus';
import type { PlannedChange } from '../runs/plannedChanges';
import { bold, coloured, terraformLog } from './terraformLog';

const GREEN = 32;
const YELLOW = 33;
const RED = 31;

const WORDS: Record<string, { sign: string; colour: number; will: string }> = {
  create: { sign: '+', colour: GREEN, will: 'created' },
  update: { sign: '~', colour: YELLOW, will: 'updated in-place' },
  delete: { sign: '-', colour: RED, will: 'destroyed' },
};

/** What Terraform has printed of the plan of a run; empty before it has begun. */
export function planLog(
  run: HcpRun,
  changes: readonly PlannedChange[],
  terraformVersion: string,
): string {
  const status = planStatus(run);
  if (['pending', 'queued', 'unreachable'].includes(status)) {
    return '';
  }
  return terraformLog({
    terraformVersion,
    lines: status === 'finished' ? planLines(run, changes) : [],
    error: status === 'errored' ? run.error : undefined,
    isEnded: status !== 'running',
  });
}

function planLines({ plan }: HcpRun, changes: readonly PlannedChange[]) {
  const { add, change, destroy, import: imported = 0 } = plan;
  const effects = changes.flatMap(
    ({ address, type, name, change: { actions } }) => {
      const words = WORDS[actions[0]];
      return words
        ? [
            '',
            `${bold(`  # ${address}`)} will be ${words.will}`,
            `  ${coloured(
              words.colour,
              words.sign,
            )} resource "${type}" "${name}" {`,
            '    }',
          ]
        : [];
    },
  );
  if (effects.length === 0 && imported === 0) {
    return [
      '',
      bold(coloured(GREEN, 'No changes.')) +
        bold(' Your infrastructure matches the configuration.'),
    ];
  }
  return [
    '',
    'Terraform will perform the following actions:',
    ...effects,
    '',
    `${bold('Plan:')} ${
      imported > 0 ? `${imported} to import, ` : ''
    }${add} to add, ${change} to change, ${destroy} to destroy.`,
  ];
}

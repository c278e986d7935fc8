import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { atExit } from './atExit.mjs';
import { kill } from './kill.mjs';
import { passes } from './passes.mjs';
import { root } from './paths.mjs';

/**
 * Runs a program, passes its output on, and answers it with the exit code.
 *
 * @param onLine - is called with each line of the output as it comes
 */
export function runProgram(
  command,
  args,
  { env, cwd = root, quiet = false, onLine },
) {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const forget = atExit(() => kill(child, 'SIGKILL'));
    let output = '';
    const hear = (from, to) => {
      from.setEncoding('utf8');
      from.on('data', text => {
        output += text;
        if (!quiet) {
          to.write(text);
        }
      });
      if (onLine) {
        createInterface({ input: from }).on('line', onLine);
      }
    };
    hear(child.stdout, process.stdout);
    hear(child.stderr, process.stderr);
    const end = ended => {
      forget();
      resolve(ended);
    };
    child.once('error', error => end({ code: 1, output: String(error) }));
    child.once('close', code => end({ code: code ?? 1, output }));
  });
}

/** A check that either passes or fails as a whole; says so in a line. */
export async function check(tally, name, command, args, options) {
  const { code, output } = await runProgram(command, args, {
    ...options,
    quiet: true,
  });
  return passes(tally, name, code === 0 ? [] : [output]);
}

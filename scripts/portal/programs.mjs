import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { atExit } from './atExit.mjs';
import { diagnose } from './diagnose.mjs';
import { diagnoseError } from './diagnoseError.mjs';
import { kill } from './kill.mjs';
import { programCauses } from './programCauses.mjs';
import { Refusal } from './refusal.mjs';

const lastLines = 15;
// What was said long before that is another matter.
const lastCharacters = 20_000;

/**
 * The programs that one command has started. Each runs in a process group of
 * its own, so that stopping it stops what it started as well.
 */
export class Programs {
  #running = new Map();
  #stopping = false;
  #logDirectory;

  /** Rejects with a Refusal when one of the programs ends by itself. */
  failure;
  #fail;

  constructor(logDirectory) {
    this.#logDirectory = logDirectory;
    mkdirSync(logDirectory, { recursive: true });
    this.failure = new Promise((_, reject) => {
      this.#fail = reject;
    });
    this.failure.catch(() => {});
  }

  start(name, command, args, { cwd, env }) {
    const file = this.#logOf(name);
    const child = spawn(command, args, {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const forget = atExit(() => kill(child, 'SIGKILL'));
    const log = this.#keepLog(file, child);
    const exited = new Promise(resolve => {
      child.once('error', error => {
        log.end(String(error));
        resolve();
      });
      child.once('close', code => {
        log.end();
        resolve(code);
      });
    });
    this.#running.set(name, { child, exited });
    exited.then(code => {
      forget();
      this.#running.delete(name);
      if (!this.#stopping) {
        const fail = () =>
          this.#fail(
            new Refusal(
              this.explain(
                name,
                `The ${name} ended by itself (exit code ${code})`,
              ),
            ),
          );
        if (log.closed) {
          fail();
        } else {
          log.once('close', fail);
        }
      }
    });
    return child;
  }

  /** Ends one program, or all of them, and waits until they have ended. */
  async stop(name, signal = 'SIGTERM') {
    const chosen = name
      ? [...this.#running].filter(([key]) => key === name)
      : [...this.#running];
    this.#stopping = true;
    for (const [, { child }] of chosen) {
      kill(child, signal);
    }
    const late = setTimeout(() => {
      for (const [, { child }] of chosen) {
        kill(child, 'SIGKILL');
      }
    }, 8_000);
    await Promise.all(chosen.map(([, { exited }]) => exited));
    clearTimeout(late);
    this.#stopping = name !== undefined ? false : this.#stopping;
  }

  /**
   * Why a program does not do what it should, with the last that it has said.
   *
   * @param what - how people see that; told where its log names no known cause
   */
  explain(name, what) {
    const file = this.#logOf(name);
    let output = '';
    try {
      output = readFileSync(file, 'utf8').slice(-lastCharacters);
    } catch {
      // It has not come to say anything.
    }
    const lines = output.trimEnd().split('\n').slice(-lastLines);
    return [
      diagnose(output, programCauses) ??
        `${what}: ${file} says why. Its last lines:`,
      ...lines.map(line => `  ${line}`),
    ].join('\n');
  }

  #logOf(name) {
    return join(this.#logDirectory, `${name.replaceAll(' ', '-')}.log`);
  }

  /** Keeps what a program says; what cannot be kept ends all of them. */
  #keepLog(file, child) {
    const log = createWriteStream(file);
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    log.once('error', error => {
      log.on('error', () => {});
      // Who is not read from can neither go on nor end.
      child.stdout.resume();
      child.stderr.resume();
      this.#fail(
        new Refusal(
          diagnoseError(error) ?? `${file} could not be written: ${error}`,
        ),
      );
    });
    return log;
  }
}

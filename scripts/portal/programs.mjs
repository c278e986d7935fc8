import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { atExit } from './atExit.mjs';
import { diagnose } from './diagnose.mjs';
import { kill } from './kill.mjs';
import { Refusal } from './refusal.mjs';

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
    const file = join(this.#logDirectory, `${name.replaceAll(' ', '-')}.log`);
    const log = createWriteStream(file);
    const child = spawn(command, args, {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const forget = atExit(() => kill(child, 'SIGKILL'));
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
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
        log.once('close', () =>
          this.#fail(new Refusal(ended(name, code, file))),
        );
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
}

function ended(name, code, file) {
  const output = readFileSync(file, 'utf8');
  const lines = output.trimEnd().split('\n').slice(-15);
  return [
    diagnose(output) ??
      `The ${name} ended by itself (exit code ${code}): ${file} says why. Its last lines:`,
    ...lines.map(line => `  ${line}`),
  ].join('\n');
}

import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** What takes the place of Yarn: says what a test wants, and counts itself. */
const yarn = `
const { appendFileSync, existsSync, mkdirSync, writeFileSync } = require('fs');
if (process.argv[2] === 'install') {
  const state = 'node_modules/.yarn-state.yml';
  appendFileSync('calls', existsSync(state) ? 'u' : 'f');
  mkdirSync('node_modules', { recursive: true });
  writeFileSync(state, '');
  const end = () => {
    process.stdout.write(process.env.FAKE_SAYS || '');
    process.exitCode = Number(process.env.FAKE_CODE || 0);
  };
  if (process.env.FAKE_PORT) {
    require('net').connect(process.env.FAKE_PORT, '127.0.0.1').on('close', end);
  } else {
    end();
  }
}
`;

/**
 * A checkout with these scripts and a Yarn that installs nothing, for tests; in
 * a folder with a space in its name.
 */
export class FakeCheckout {
  path = mkdtempSync(join(tmpdir(), 'a checkout-'));

  constructor() {
    cpSync(here, join(this.path, 'scripts', 'portal'), { recursive: true });
    cpSync(
      join(here, '..', 'toolchain'),
      join(this.path, 'scripts', 'toolchain'),
      { recursive: true },
    );
    for (const folder of ['packages', 'plugins']) {
      mkdirSync(join(this.path, folder));
    }
    this.write('.yarn/releases/yarn-4.13.0.cjs', yarn);
    this.change();
  }

  /** Makes the packages others than those that are installed. */
  change() {
    appendFileSync(join(this.path, 'yarn.lock'), '# changed\n');
  }

  write(path, text) {
    const file = join(this.path, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /**
   * A letter for each time that Yarn was to install: `f` for afresh, `u` for an
   * update of what was installed before.
   */
  get installations() {
    const file = join(this.path, 'calls');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }

  /** Starts an installation, as `npm start` would. */
  install(env) {
    return this.run(
      `
      import { exitOnSignals } from './scripts/portal/exitOnSignals.mjs';
      import { install } from './scripts/portal/install.mjs';
      import { tellFailure } from './scripts/portal/tellFailure.mjs';
      exitOnSignals();
      try {
        await install(process.env);
      } catch (error) {
        console.log(tellFailure(error));
        process.exit(1);
      }
      `,
      env,
    );
  }

  /** Runs something that imports these scripts. */
  run(source, env = {}) {
    const child = spawn(
      process.execPath,
      ['--input-type=module', '--eval', source],
      {
        cwd: this.path,
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let output = '';
    child.stdout.setEncoding('utf8').on('data', text => {
      output += text;
    });
    const ended = new Promise(resolve => {
      child.once('close', code => resolve({ code, output }));
    });
    return { child, ended };
  }

  remove() {
    rmSync(this.path, { recursive: true, force: true });
  }
}

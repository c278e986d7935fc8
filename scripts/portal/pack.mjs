import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { runProgram } from './check.mjs';
import { hold } from './hold.mjs';
import { install } from './install.mjs';
import { node22Environment } from './node22.mjs';
import { root, yarn } from './paths.mjs';
import { step } from './progress.mjs';
import { Refusal } from './refusal.mjs';

const folder = 'backstage-soa';
const everyPlugin = [
  ...['workspaces', 'foreach', '--all'],
  ...['--include', '@backstage-soa/plugin-*'],
];

/**
 * Packs the plugins into a Backstage of one's own, and has its package.json take
 * them from there: npm does not have them. The templates come along.
 */
export async function run([name]) {
  const app = name && resolve(name);
  if (!app || !existsSync(join(app, 'package.json'))) {
    throw new Refusal(
      'Say into which Backstage: npm run pack -- <the folder with its package.json>.',
    );
  }
  hold('tests');
  const env = await node22Environment();
  await install(env);
  const runStep = async (what, ...args) => {
    step(what);
    const { code, output } = await runProgram('node', args, {
      env,
      quiet: true,
    });
    if (code !== 0) {
      throw new Refusal(`${what} failed:\n${output}`);
    }
  };
  await runStep('Checking types', join(root, 'node_modules', '.bin', 'tsc'));
  await runStep('Building the plugins', yarn, ...everyPlugin, 'run', 'build');
  const packages = join(app, folder);
  mkdirSync(packages, { recursive: true });
  for (const archive of archivesIn(packages)) {
    rmSync(join(packages, archive));
  }
  await runStep(
    `Packing them into ${packages}`,
    yarn,
    ...everyPlugin,
    'pack',
    '--out',
    join(packages, '%s.tgz'),
  );
  writeResolutions(app, archivesIn(packages));
  const templates = join(packages, 'templates');
  if (existsSync(templates)) {
    step(`The templates in ${templates} are yours, and left as they are`);
  } else {
    cpSync(join(root, 'templates'), templates, { recursive: true });
  }
  step(`${relative(process.cwd(), app) || '.'} takes them from there`);
  return 0;
}

function archivesIn(directory) {
  return readdirSync(directory).filter(name => name.endsWith('.tgz'));
}

function writeResolutions(app, archives) {
  const file = join(app, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  const ours = archives.map(archive => [
    archive.replace('@backstage-soa-', '@backstage-soa/').replace('.tgz', ''),
    `file:./${folder}/${archive}`,
  ]);
  manifest.resolutions = {
    ...manifest.resolutions,
    ...Object.fromEntries(ours),
  };
  writeFileSync(file, `${JSON.stringify(manifest, undefined, 2)}\n`);
}

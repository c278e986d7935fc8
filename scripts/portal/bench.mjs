import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from './install.mjs';
import { node22Environment } from './node22.mjs';
import { root } from './paths.mjs';
import { step } from './progress.mjs';
import { Refusal } from './refusal.mjs';

const folder = join(root, 'bench');
const width = 30;

/** Runs one benchmark of `bench/`, prints its figures and writes them down. */
export async function run([name = '']) {
  const file = join(folder, name, `${name}.mjs`);
  if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
    throw new Refusal(`Say which benchmark: ${names().join(', ')}.`);
  }
  const env = await node22Environment();
  await install(env);
  const { measure } = await import(pathToFileURL(file));
  const figures = await measure({ env, step });
  const result = {
    name,
    machine: `${cpus().length} × ${cpus()[0].model}, ${Math.round(
      totalmem() / 2 ** 30,
    )} GiB, ${process.platform}`,
    date: new Date().toISOString(),
    figures,
  };
  print(result);
  const results = join(folder, 'results');
  mkdirSync(results, { recursive: true });
  writeFileSync(
    join(results, `${name}.json`),
    `${JSON.stringify(result, undefined, 2)}\n`,
  );
  return figures.some(({ holds }) => holds === false) ? 1 : 0;
}

function names() {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => existsSync(join(folder, entry.name, `${entry.name}.mjs`)))
    .map(entry => entry.name);
}

function print({ name, machine, figures }) {
  console.log(`\n${name}, on ${machine}\n`);
  for (const figure of figures) {
    const { value, unit, ceiling, ratio, bar, holds } = figure;
    const scale = Math.max(value, ceiling ?? 0, bar ?? 0) || 1;
    const line = (label, number, mark) =>
      `  ${label.padEnd(9)}${mark
        .repeat(Math.max(1, Math.round((number / scale) * width)))
        .padEnd(width + 1)}${number.toFixed(2)} ${unit}`;
    console.log(figure.name);
    console.log(line('measured', value, '█'));
    if (ceiling !== undefined) {
      console.log(
        `${line('ceiling', ceiling, '░')}   ratio ${ratio.toFixed(2)}`,
      );
    }
    if (bar !== undefined) {
      console.log(`${line('bar', bar, '▒')}   ${holds ? 'holds' : 'MISSED'}`);
    }
    console.log();
  }
}

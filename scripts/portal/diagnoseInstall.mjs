import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { diagnose } from './diagnose.mjs';
import { diskCauses } from './diskCauses.mjs';
import { npmCauses } from './npmCauses.mjs';

const lastLines = 15;

/**
 * Why Yarn could not install, as sentences with the remedy.
 *
 * @param report - a `YarnReport`
 * @param log - the file that holds all of it
 */
export function diagnoseInstall(report, log) {
  const { build } = report;
  if (!build) {
    return (
      diagnose(report.errors, npmCauses) ??
      `The packages could not be installed: ${log} says why.`
    );
  }
  const output = read(build.log);
  const fullDisk = diagnose(`${report.errors}\n${output}`, diskCauses);
  if (fullDisk) {
    return fullDisk;
  }
  const compiler = process.env.CXX || 'g++';
  return [
    `${build.name} could not be compiled with ${compiler} (${version(
      compiler,
    )}): install a current compiler, python3 and make, and try again. ${
      build.log
    } says why. Its last lines:`,
    ...output
      .trimEnd()
      .split('\n')
      .filter(line => !line.includes('prebuild-install'))
      .slice(-lastLines)
      .map(line => `  ${line}`),
  ].join('\n');
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function version(compiler) {
  const { stdout } = spawnSync(compiler, ['--version'], { encoding: 'utf8' });
  return stdout?.split('\n')[0] || 'which does not start';
}

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { diagnose } from './diagnose.mjs';
import { diskCauses } from './diskCauses.mjs';
import { npmCauses } from './npmCauses.mjs';

const lastLines = 15;
// What was tried before, and what node-gyp says of itself.
const besideThePoint = /^prebuild-install |^gyp /;

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
  return [
    `${
      build.name
    } could not be compiled with ${compiler()}: install a current compiler, python3 and make, and try again. ${
      build.log
    } says why. Its last lines:`,
    ...output
      .trimEnd()
      .split('\n')
      .filter(line => !besideThePoint.test(line))
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

/** The compiler that builds use, as it calls itself. */
function compiler() {
  const name = process.env.CXX || 'g++';
  const { stdout } = spawnSync(name, ['--version'], { encoding: 'utf8' });
  return stdout?.split('\n')[0] || `${name}, which does not start`;
}

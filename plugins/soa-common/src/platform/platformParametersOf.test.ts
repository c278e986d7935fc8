import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { RUNTIMES } from '../runtime';
import { PLATFORM_PARAMETERS } from './platformParameters';
import { platformParametersOf } from './platformParametersOf';

const modules = resolve(__dirname, '../../../../terraform/modules');

/** What the module of a runtime reads of the platform, and whether it always does. */
function readBy(module: string): Array<{ name: string; isAlways: boolean }> {
  const folder = resolve(modules, module);
  const source = readdirSync(folder)
    .filter(file => file.endsWith('.tf'))
    .map(file => readFileSync(resolve(folder, file), 'utf8'))
    .join('\n');
  const blocks = source.matchAll(
    /^data "aws_ssm_parameter" "\w+" \{\n([\s\S]*?)^\}$/gm,
  );
  return [...blocks].flatMap(([, body]) => {
    const [, name] = /"\$\{local\.platform\}\/([\w-]+)"/.exec(body) ?? [];
    return name ? [{ name, isAlways: !/^ {2}count /m.test(body) }] : [];
  });
}

describe('platformParametersOf', () => {
  const runtimes = RUNTIMES.filter(name => existsSync(resolve(modules, name)));

  it.each(runtimes)('names what the module %s always reads', runtime => {
    expect(
      readBy(runtime)
        .filter(({ isAlways }) => isAlways)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(platformParametersOf(runtime));
  });

  it('knows all that modules read, and all that platforms publish', () => {
    const read = runtimes.flatMap(readBy).map(({ name }) => name);
    expect([...new Set(read)].sort()).toEqual(PLATFORM_PARAMETERS);
    const contract = readFileSync(
      resolve(modules, 'runtime-platform/contract.tf'),
      'utf8',
    );
    const published = contract.matchAll(/([a-z]+(?:-[a-z]+)+) += /g);
    expect([...published].map(([, name]) => name).sort()).toEqual(
      PLATFORM_PARAMETERS,
    );
  });
});

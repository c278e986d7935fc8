import assert from 'node:assert/strict';
import { chmodSync, readlinkSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { test } from 'node:test';
import { FakeCheckout } from './fakeCheckout.mjs';
import { headersOf, pinned } from './toolchain.mjs';

test('every machine that is promised a Node 22 has one pinned', () => {
  for (const [platform, arch] of [
    ['linux', 'x64'],
    ['linux', 'arm64'],
    ['darwin', 'x64'],
    ['darwin', 'arm64'],
  ]) {
    const { name, version } = pinned(platform, arch);
    assert.ok(name.endsWith(`-${platform}-${arch}`));
    assert.match(version, /^22\.\d+\.\d+$/);
  }
});

test('another machine is refused with the remedy', () => {
  assert.throws(
    () => pinned('sunos', 'x64'),
    /^Error: npm has no Node 22 for sunos x64: install Node 22 yourself/,
  );
});

test('headers are reached through a path that no shell takes apart', () => {
  assert.equal(headersOf('/opt/node-22/home'), '/opt/node-22/home');
  const home = '/home/a person/node';
  const link = headersOf(home);
  assert.match(link, /^[\w./-]+$/);
  assert.equal(readlinkSync(link), home);
});

test('a Node that is not the pinned one any more is fetched anew', async () => {
  const checkout = new FakeCheckout();
  const { name, version } = pinned();
  const node = `node_modules/${name}/bin/node`;
  const program = (path, text) => {
    checkout.write(path, `#!/bin/sh\n${text}\n`);
    chmodSync(join(checkout.path, path), 0o755);
  };
  program(`.portal/toolchain/${node}`, 'echo v22.0.0');
  program('bin/npm', `printf '#!/bin/sh\\necho v${version}\\n' > ${node}`);
  const fetch = () =>
    checkout.run(
      `import { fetchToolchain } from './scripts/portal/toolchain.mjs';
       console.log(await fetchToolchain());`,
      {
        PATH: [
          join(checkout.path, 'bin'),
          dirname(process.execPath),
          process.env.PATH,
        ].join(delimiter),
      },
    ).ended;
  try {
    const { code, output } = await fetch();
    assert.equal(code, 0, output);
    assert.match(output, new RegExp(`Fetching Node ${version}`));
    assert.doesNotMatch((await fetch()).output, /Fetching/);
  } finally {
    checkout.remove();
  }
});

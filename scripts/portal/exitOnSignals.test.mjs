import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const sockets = [];
const server = createServer(socket =>
  sockets.push(socket.on('error', () => {})),
);

before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

after(() => {
  sockets.forEach(socket => socket.destroy());
  server.close();
});

/** A command that starts a program, which calls the test and stays. */
const command = (start, port) => `
  import { exitOnSignals } from './exitOnSignals.mjs';
  import { Programs } from './programs.mjs';
  import { runProgram } from './check.mjs';
  import { temporaryFolder } from './temporaryFolder.mjs';

  exitOnSignals();
  const { path } = temporaryFolder('signals');
  console.log(path);
  const program = ['-e', 'require("net").connect(${port}, "127.0.0.1")'];
  const options = { env: process.env, cwd: path };
  ${start}
`;

for (const [who, start] of [
  [
    'Programs',
    "new Programs(path).start('caller', process.execPath, program, options);",
  ],
  ['runProgram', 'runProgram(process.execPath, program, options);'],
]) {
  test(
    `Ctrl-C leaves nothing of what ${who} has started`,
    { timeout: 60_000 },
    async ({ signal }) => {
      const source = command(start, server.address().port);
      const child = spawn(
        process.execPath,
        ['--input-type=module', '--eval', source],
        { cwd: here, stdio: ['ignore', 'pipe', 'inherit'] },
      );
      try {
        const [[folder], [socket]] = await Promise.all([
          once(child.stdout.setEncoding('utf8'), 'data', { signal }),
          once(server, 'connection', { signal }),
        ]);
        const gone = once(socket.resume(), 'close', { signal });
        child.kill('SIGINT');
        const [[code]] = await Promise.all([
          once(child, 'exit', { signal }),
          gone,
        ]);
        assert.equal(code, 130);
        assert.equal(existsSync(folder.trim()), false);
      } finally {
        child.kill('SIGKILL');
      }
    },
  );
}

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxUrl } from './sandbox';

/**
 * Commits a change of its Terraform to a service's repository in the sandbox cloud.
 *
 * @returns where the changed repository can be rolled out from
 */
export async function commitChange(service: string): Promise<string> {
  const repository = `${sandboxUrl}/repositories/${service}`;
  const folder = mkdtempSync(join(tmpdir(), 'commit-'));
  const tar = (args: string[], input?: Buffer) =>
    execFileSync('tar', args, { cwd: folder, input });
  try {
    const newest = await fetch(`${repository}/archive/newest.tar.gz`);
    tar(['-xzf', '-'], Buffer.from(await newest.arrayBuffer()));
    const file = join(folder, 'infra', 'main.tf');
    const { length } = readFileSync(file, 'utf8').split('\n');
    appendFileSync(file, `# Has ${length} lines\n`);
    const answer = await fetch(repository, {
      method: 'PUT',
      headers: { 'content-type': 'application/gzip' },
      body: new Uint8Array(tar(['-czf', '-', '.'])),
    });
    assert.ok(answer.ok, await answer.clone().text());
    const { commit } = (await answer.json()) as { commit: string };
    return `${repository}/archive/${commit}.tar.gz`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxUrl } from './sandbox';

/** What somebody changes who works with HCP Terraform, past the portal. */
export interface ChangedPlacement {
  workspaceId: string;
  /** The key of its placement file. */
  key: string;
  placement: Record<string, string>;
}

/** Has somebody upload a configuration in HCP Terraform, and start a run of it. */
export async function startWaitingRun(changed: ChangedPlacement) {
  const { workspaceId } = changed;
  const version = await post(
    `/workspaces/${workspaceId}/configuration-versions`,
    { type: 'configuration-versions', attributes: {} },
  );
  const uploaded = await fetch(String(version.attributes['upload-url']), {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(archiveOf(changed)),
  });
  assert.ok(uploaded.ok, await uploaded.text());
  await post('/runs', {
    type: 'runs',
    attributes: { message: 'By hand' },
    relationships: {
      workspace: { data: { type: 'workspaces', id: workspaceId } },
      'configuration-version': {
        data: { type: 'configuration-versions', id: version.id },
      },
    },
  });
}

async function post(path: string, data: object) {
  const answer = await fetch(`${sandboxUrl}/api/v2${path}`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer sandbox-token',
      'content-type': 'application/vnd.api+json',
    },
    body: JSON.stringify({ data }),
  });
  assert.ok(answer.ok, await answer.clone().text());
  const { data: made } = (await answer.json()) as {
    data: { id: string; attributes: Record<string, unknown> };
  };
  return made;
}

function archiveOf({ key, placement }: ChangedPlacement): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'configuration-'));
  try {
    const placements = join(folder, 'infra', 'placements');
    mkdirSync(placements, { recursive: true });
    writeFileSync(join(placements, `${key}.json`), JSON.stringify(placement));
    return execFileSync('tar', ['-czf', '-', 'infra'], { cwd: folder });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

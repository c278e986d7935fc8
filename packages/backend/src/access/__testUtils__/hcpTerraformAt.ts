import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';

const JSON_API = 'application/vnd.api+json';
const PAUSE_MS = 20;

/** HCP Terraform, as somebody of the platform team uses it by hand. */
export function hcpTerraformAt(url: string) {
  const ask = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${url}/api/v2${path}`, {
      method,
      headers: {
        authorization: 'Bearer sandbox-token',
        'content-type': JSON_API,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${text}`);
    }
    return text ? JSON.parse(text).data : undefined;
  };
  const idOf = async (name: string): Promise<string> =>
    (await ask('GET', `/organizations/acme/workspaces/${name}`)).id;
  const hcpTerraform = {
    ask,
    idOf,
    /** The variable `access` of an account's access workspace. */
    async accessOf(account: string) {
      const id = await idOf(`account-baseline-${account}`);
      const variables = await ask('GET', `/workspaces/${id}/vars`);
      return JSON.parse(
        variables.find((one: any) => one.attributes.key === 'access')
          ?.attributes.value ?? '{}',
      );
    },
    /** @returns the run as it is once it has ended, or waits for somebody */
    async run(
      name: string,
      attributes: object = {},
      configurationVersionId?: string,
    ) {
      const { id } = await ask('POST', '/runs', {
        data: {
          type: 'runs',
          attributes: { message: 'By hand', ...attributes },
          relationships: {
            workspace: { data: { type: 'workspaces', id: await idOf(name) } },
            ...(configurationVersionId && {
              'configuration-version': {
                data: {
                  type: 'configuration-versions',
                  id: configurationVersionId,
                },
              },
            }),
          },
        },
      });
      for (;;) {
        const run = await ask('GET', `/runs/${id}`);
        const { status, actions } = run.attributes;
        const goesOn = actions['is-cancelable'];
        if (!goesOn) {
          return { id, status: status as string };
        }
        await setTimeout(PAUSE_MS);
      }
    },
    async configure(name: string, files: Record<string, string>) {
      const id = await idOf(name);
      const version = await ask(
        'POST',
        `/workspaces/${id}/configuration-versions`,
        {
          data: {
            type: 'configuration-versions',
            attributes: { 'auto-queue-runs': false },
          },
        },
      );
      const archive = pack();
      for (const [path, content] of Object.entries(files)) {
        archive.entry({ name: path }, content);
      }
      archive.finalize();
      await fetch(version.attributes['upload-url'], {
        method: 'PUT',
        headers: { 'content-type': 'application/octet-stream' },
        body: gzipSync(await buffer(archive)) as unknown as BodyInit,
      });
      return version.id as string;
    },
  };
  return hcpTerraform;
}

import { count, documentSchema, flag, listSchema, text } from './documents';
import type { ApiResource } from './documents';
import type {
  HcpTerraformClient,
  HcpTerraformRequestOptions,
} from './HcpTerraformClient';
import { HcpTerraformError } from './HcpTerraformError';
import type {
  HcpTerraformRunInput,
  HcpTerraformVariableInput,
  HcpTerraformWorkspace,
  HcpTerraformWorkspaceInput,
} from './resources';
import { fromRun, toRun } from './toRun';
import { fromVariable, toVariable } from './toVariable';
import { fromWorkspace, toWorkspace } from './toWorkspace';
import type { Transport } from './Transport';

const INCLUDED = 'project,current_run,effective_tag_bindings';
const PAGE_SIZE = 100;

type Options = HcpTerraformRequestOptions | undefined;

/** The API v2 of one organization, each method one request or one list. */
export class DefaultHcpTerraformClient implements HcpTerraformClient {
  readonly organization: string;
  readonly #webUrl: string;
  readonly #transport: Transport;

  constructor(options: {
    organization: string;
    webUrl: string;
    transport: Transport;
  }) {
    this.organization = options.organization;
    this.#webUrl = options.webUrl;
    this.#transport = options.transport;
  }

  workspaceUrl(workspaceName: string) {
    return `${this.#webUrl}/app/${encodeURIComponent(
      this.organization,
    )}/workspaces/${encodeURIComponent(workspaceName)}`;
  }

  runUrl(workspaceName: string, runId: string) {
    return `${this.workspaceUrl(workspaceName)}/runs/${encodeURIComponent(
      runId,
    )}`;
  }

  async findProject(name: string, options?: Options) {
    const query = `?filter[names]=${encodeURIComponent(name)}`;
    // The filter ignores case, so that it can find more than one.
    for await (const { data } of this.#pages(
      `${this.#organizationPath}/projects${query}`,
      options,
    )) {
      const found = data.find(project => text(project, 'name') === name);
      if (found) {
        return { id: found.id, name };
      }
    }
    return undefined;
  }

  async createProject(
    input: { name: string; description?: string },
    options?: Options,
  ) {
    const project = await this.#write(
      'POST',
      `${this.#organizationPath}/projects`,
      { data: { type: 'projects', attributes: input } },
      options,
    );
    return { id: project.id, name: text(project, 'name') ?? input.name };
  }

  findWorkspace(name: string, options?: Options) {
    return this.#readWorkspace(
      `${this.#organizationPath}/workspaces/${encodeURIComponent(name)}`,
      options,
    );
  }

  getWorkspace(id: string, options?: Options) {
    return this.#readWorkspace(
      `/workspaces/${encodeURIComponent(id)}`,
      options,
    );
  }

  async *listWorkspaces(
    options?: Options,
  ): AsyncIterable<HcpTerraformWorkspace> {
    for await (const { data, included } of this.#pages(
      `${this.#organizationPath}/workspaces?include=${INCLUDED}`,
      options,
      // A list that ends early would pass for one that is short.
      { mustExist: true },
    )) {
      yield* data.map(workspace => toWorkspace(workspace, included));
    }
  }

  async createWorkspace(input: HcpTerraformWorkspaceInput, options?: Options) {
    return toWorkspace(
      await this.#write(
        'POST',
        `${this.#organizationPath}/workspaces`,
        fromWorkspace(input),
        options,
      ),
      [],
    );
  }

  async updateWorkspace(
    id: string,
    input: Partial<HcpTerraformWorkspaceInput>,
    options?: Options,
  ) {
    return toWorkspace(
      await this.#write(
        'PATCH',
        `/workspaces/${encodeURIComponent(id)}`,
        fromWorkspace(input),
        options,
      ),
      [],
    );
  }

  async listVariables(workspaceId: string, options?: Options) {
    return (
      await this.#all(
        `/workspaces/${encodeURIComponent(workspaceId)}/vars`,
        options,
      )
    ).map(toVariable);
  }

  async createVariable(
    workspaceId: string,
    input: HcpTerraformVariableInput,
    options?: Options,
  ) {
    return toVariable(
      await this.#write(
        'POST',
        `/workspaces/${encodeURIComponent(workspaceId)}/vars`,
        fromVariable(input),
        options,
      ),
    );
  }

  async updateVariable(
    workspaceId: string,
    variableId: string,
    input: Partial<HcpTerraformVariableInput>,
    options?: Options,
  ) {
    return toVariable(
      await this.#write(
        'PATCH',
        `/workspaces/${encodeURIComponent(
          workspaceId,
        )}/vars/${encodeURIComponent(variableId)}`,
        fromVariable(input, variableId),
        options,
      ),
    );
  }

  async createConfigurationVersion(workspaceId: string, options?: Options) {
    return toConfigurationVersion(
      await this.#write(
        'POST',
        `/workspaces/${encodeURIComponent(workspaceId)}/configuration-versions`,
        {
          data: {
            type: 'configuration-versions',
            attributes: { 'auto-queue-runs': false },
          },
        },
        options,
      ),
    );
  }

  async getConfigurationVersion(id: string, options?: Options) {
    const resource = await this.#read(
      `/configuration-versions/${encodeURIComponent(id)}`,
      options,
    );
    return resource && toConfigurationVersion(resource.data);
  }

  uploadConfiguration(
    uploadUrl: string,
    archive: Uint8Array,
    options?: Options,
  ) {
    return this.#transport.upload(uploadUrl, archive, options?.signal);
  }

  async createRun(input: HcpTerraformRunInput, options?: Options) {
    return toRun(await this.#write('POST', '/runs', fromRun(input), options));
  }

  async getRun(id: string, options?: Options) {
    const resource = await this.#read(
      `/runs/${encodeURIComponent(id)}`,
      options,
    );
    return resource && toRun(resource.data);
  }

  async listRuns(workspaceId: string, options?: Options) {
    const page = await this.#transport.read(
      `/workspaces/${encodeURIComponent(
        workspaceId,
      )}/runs?page[size]=${PAGE_SIZE}`,
      options?.signal,
    );
    return page === undefined ? [] : listSchema.parse(page).data.map(toRun);
  }

  async applyRun(id: string, input: { comment?: string }, options?: Options) {
    await this.#transport.send({
      method: 'POST',
      path: `/runs/${encodeURIComponent(id)}/actions/apply`,
      body: input,
      signal: options?.signal,
    });
  }

  async getPlan(id: string, options?: Options) {
    const resource = await this.#read(
      `/plans/${encodeURIComponent(id)}`,
      options,
    );
    return (
      resource && {
        id: resource.data.id,
        status: text(resource.data, 'status') ?? 'unknown',
        resourceAdditions: count(resource.data, 'resource-additions'),
        resourceChanges: count(resource.data, 'resource-changes'),
        resourceDestructions: count(resource.data, 'resource-destructions'),
        resourceImports: count(resource.data, 'resource-imports'),
      }
    );
  }

  async listOutputs(workspaceId: string, options?: Options) {
    const outputs = await this.#all(
      `/workspaces/${encodeURIComponent(
        workspaceId,
      )}/current-state-version-outputs`,
      options,
    );
    return outputs.map(output => {
      const sensitive = flag(output, 'sensitive') ?? false;
      return {
        name: text(output, 'name') ?? output.id,
        sensitive,
        ...(!sensitive && { value: output.attributes.value }),
      };
    });
  }

  get #organizationPath() {
    return `/organizations/${encodeURIComponent(this.organization)}`;
  }

  async #readWorkspace(path: string, options: Options) {
    const found = await this.#read(`${path}?include=${INCLUDED}`, options);
    return found && toWorkspace(found.data, found.included);
  }

  async #read(path: string, options: Options) {
    const body = await this.#transport.read(path, options?.signal);
    return body === undefined ? undefined : documentSchema.parse(body);
  }

  async #write(
    method: 'POST' | 'PATCH',
    path: string,
    body: unknown,
    options: Options,
  ): Promise<ApiResource> {
    const answer = await this.#transport.send({
      method,
      path,
      body,
      signal: options?.signal,
      repeatable: method === 'PATCH',
    });
    return documentSchema.parse(answer).data;
  }

  async #all(path: string, options: Options): Promise<ApiResource[]> {
    const all: ApiResource[] = [];
    for await (const { data } of this.#pages(path, options)) {
      all.push(...data);
    }
    return all;
  }

  async *#pages(
    path: string,
    options: Options,
    { mustExist = false }: { mustExist?: boolean } = {},
  ) {
    const separator = path.includes('?') ? '&' : '?';
    let number: number | undefined = 1;
    while (number !== undefined) {
      const body: unknown = await this.#transport.read(
        `${path}${separator}page[number]=${number}&page[size]=${PAGE_SIZE}`,
        options?.signal,
      );
      if (body === undefined) {
        if (mustExist) {
          throw new HcpTerraformError(
            'not-found-or-not-allowed',
            `HCP Terraform does not know the organization "${this.organization}", or its token may not read it: check soa.hcpTerraform`,
          );
        }
        return;
      }
      const page = listSchema.parse(body);
      yield page;
      number = page.meta?.pagination?.['next-page'] ?? undefined;
    }
  }
}

function toConfigurationVersion(resource: ApiResource) {
  return {
    id: resource.id,
    status: text(resource, 'status') ?? 'unknown',
    errorMessage: text(resource, 'error-message'),
    uploadUrl: text(resource, 'upload-url'),
  };
}

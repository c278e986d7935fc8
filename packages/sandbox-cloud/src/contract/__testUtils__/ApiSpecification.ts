import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import type { Exchange } from './RecordingProxy';

const BASE = '/api/v2';
const JSON_API = 'application/vnd.api+json';

interface Schema {
  $ref?: string;
  type?: string;
  enum?: string[];
  items?: Schema;
  properties?: Record<string, Schema>;
}

interface Parameter {
  $ref?: string;
  name: string;
  schema: Schema;
}

interface Content {
  content?: Record<string, unknown>;
}

interface Operation {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: Content & { required?: boolean };
  responses: Record<string, Content>;
}

interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, Schema>;
    parameters: Record<string, Parameter>;
  };
}

// HashiCorp documents these, and its own client sends them, but its
// specification leaves them out.
const UNDOCUMENTED_FIELDS = [
  'workspaces/tag-bindings',
  'workspaces/agent-pool-id',
];

// HashiCorp documents a number in these, as the command line tool sends them; its
// specification does not.
const NUMBERED_PARAMETER = /^(filter\[tagged\])\[\d+\]\[(key|value)\]$/;

// HashiCorp documents these in "Runs API reference", and its own client has a
// method for each (go-tfe: Runs.Discard, Runs.Cancel), but its specification
// leaves them out: they are held to what it says of the action beside them.
const UNDOCUMENTED_ACTIONS: Record<string, string> = {
  discard: 'apply',
  cancel: 'apply',
};

// HashiCorp's own client sends it (go-tfe: ConfigurationVersionListOptions.Include),
// but its specification leaves it out.
const UNDOCUMENTED_PARAMETERS: Record<string, Record<string, Schema>> = {
  listConfigurationVersions: {
    include: { enum: ['ingress_attributes', 'run'] },
  },
};

/** HashiCorp's specification of the API, and what it says of an exchange. */
export class ApiSpecification {
  readonly #openApi: OpenApi;
  readonly #ajv = new Ajv({ strict: false, validateSchema: false });

  constructor(file: string) {
    this.#openApi = JSON.parse(readFileSync(file, 'utf8'), orNull);
    addFormats(this.#ajv);
    this.#ajv.addSchema(this.#openApi, 'api');
  }

  /** What is wrong with the request or its answer; nothing if all is well. */
  problemsOf(exchange: Exchange): string[] {
    const { method, path } = exchange;
    const found = this.#find(method, path.slice(BASE.length));
    const problems = found
      ? [
          ...this.#queryProblems(exchange, found.operation),
          ...this.#bodyProblems(exchange, found),
          ...this.#answerProblems(exchange, found),
        ]
      : ['is not in the specification'];
    return problems.map(problem => `${method} ${path} ${problem}`);
  }

  #find(method: string, path: string) {
    const parts = path
      .replace(
        /^(\/runs\/[^/]+\/actions\/)(\w+)$/,
        (_, run, action) => run + (UNDOCUMENTED_ACTIONS[action] ?? action),
      )
      .split('/');
    const template = Object.keys(this.#openApi.paths).find(candidate => {
      const wanted = candidate.split('/');
      return (
        wanted.length === parts.length &&
        wanted.every(
          (part, index) => part.startsWith('{') || part === parts[index],
        )
      );
    });
    const operation =
      template && this.#openApi.paths[template][method.toLowerCase()];
    return operation
      ? {
          operation,
          pointer: ['paths', template, method.toLowerCase()],
        }
      : undefined;
  }

  #queryProblems({ query }: Exchange, operation: Operation): string[] {
    const known = new Map(
      (operation.parameters ?? [])
        .map(parameter =>
          parameter.$ref
            ? this.#openApi.components.parameters[
                parameter.$ref.split('/').pop()!
              ]
            : parameter,
        )
        .map(({ name, schema }) => [name, schema]),
    );
    return [...query].flatMap(([name, value]) => {
      const schema =
        known.get(name.replace(NUMBERED_PARAMETER, '$1')) ??
        UNDOCUMENTED_PARAMETERS[operation.operationId]?.[name];
      if (!schema) {
        return [`takes no ${name}`];
      }
      const allowed = schema.enum ?? schema.items?.enum;
      return allowed
        ? value
            .split(',')
            .filter(one => !allowed.includes(one))
            .map(one => `takes no ${name}=${one}`)
        : this.#validate(
            ['components', 'parameters'],
            schema,
            schema.type === 'integer' ? Number(value) : value,
            name,
          );
    });
  }

  #bodyProblems(
    { body, headers, method }: Exchange,
    { operation, pointer }: { operation: Operation; pointer: string[] },
  ): string[] {
    const type = headers['content-type'];
    const problems =
      method !== 'GET' && type !== JSON_API ? [`was sent as ${type}`] : [];
    if (!operation.requestBody) {
      return [...problems, ...(body ? ['takes no body'] : [])];
    }
    if (!body) {
      return operation.requestBody.required
        ? [...problems, 'needs a body']
        : problems;
    }
    const sent = JSON.parse(body);
    return [
      ...problems,
      ...this.#validate(
        [...pointer, 'requestBody', 'content', JSON_API, 'schema'],
        undefined,
        sent,
        'the request',
      ),
      ...(sent.data ? this.#unknownFields(sent.data) : []),
    ];
  }

  /** The schemas allow anything more; a name that is misspelt is not meant. */
  #unknownFields(data: { type: string } & Record<string, object>): string[] {
    const schema = this.#openApi.components.schemas[data.type];
    return ['attributes', 'relationships'].flatMap(part =>
      Object.keys(data[part] ?? {})
        .filter(
          name =>
            !schema.properties?.[part].properties?.[name] &&
            !UNDOCUMENTED_FIELDS.includes(`${data.type}/${name}`),
        )
        .map(name => `does not know ${part}.${name}`),
    );
  }

  #answerProblems(
    { status, answer }: Exchange,
    { operation, pointer }: { operation: Operation; pointer: string[] },
  ): string[] {
    const key = operation.responses[status] ? String(status) : 'default';
    // The default is for errors.
    if (key === 'default' && status < 400) {
      return [`does not answer ${status}`];
    }
    const response = operation.responses[key];
    if (!response) {
      // What every operation can answer, though not every one says so.
      return [];
    }
    if (!answer || !response.content?.[JSON_API]) {
      return [];
    }
    return this.#validate(
      [...pointer, 'responses', key, 'content', JSON_API, 'schema'],
      undefined,
      JSON.parse(answer),
      `the answer (${status})`,
    );
  }

  #validate(
    pointer: string[],
    inline: Schema | undefined,
    value: unknown,
    name: string,
  ): string[] {
    const $ref = `api#/${pointer
      .map(part =>
        encodeURIComponent(part.replace(/~/g, '~0').replace(/\//g, '~1')),
      )
      .join('/')}`;
    const validate = this.#ajv.compile(inline ?? { $ref });
    return validate(value)
      ? []
      : [`${name}: ${this.#ajv.errorsText(validate.errors, { dataVar: '' })}`];
  }
}

/** `allOf` would take back what `nullable` beside it allows. */
function orNull(_key: string, value: unknown): unknown {
  if (value && typeof value === 'object' && 'allOf' in value) {
    const { nullable, ...schema } = value as { nullable?: boolean };
    return nullable ? { anyOf: [{ type: 'null' }, schema] } : value;
  }
  return value;
}

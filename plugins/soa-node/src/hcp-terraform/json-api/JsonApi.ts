import type { z } from 'zod';
import type { HcpTerraformRequestOptions } from '../HcpTerraformRequestOptions';
import { describe } from '../transport';
import type { ApiRequest, Transport } from '../transport';
import { apiPath } from './apiPath';
import { documentSchema, listSchema } from './documents';
import type { ApiDocument, ApiList, ApiResource } from './documents';
import { isMissing } from './isMissing';
import { withQuery } from './withQuery';

/** As many as the API gives at once. */
export const LARGEST_PAGE = 100;
const PAGE_SIZE = 'page[size]';

type Options = HcpTerraformRequestOptions | undefined;
type Query = Readonly<Record<string, string | number>>;

/** Resources and lists of one organization, as JSON:API writes them. */
export class JsonApi {
  constructor(
    readonly organization: string,
    private readonly transport: Transport,
  ) {}

  get organizationPath(): string {
    return apiPath`/organizations/${this.organization}`;
  }

  /** @returns `undefined` for what is not found or not allowed */
  async read(path: string, options: Options): Promise<ApiDocument | undefined> {
    try {
      return await this.#send(
        { method: 'GET', path, ...options },
        documentSchema,
      );
    } catch (error) {
      if (isMissing(error)) {
        return undefined;
      }
      throw error;
    }
  }

  /**
   * What is no resource, such as a plan as Terraform writes it.
   *
   * @returns `undefined` for what is not there yet
   */
  async readOther<T>(
    path: string,
    schema: z.ZodType<T>,
    options: Options,
  ): Promise<T | undefined> {
    const request: ApiRequest = { method: 'GET', path, ...options };
    const answer = await this.transport.send(request);
    if (answer === undefined) {
      return undefined;
    }
    const parsed = schema.safeParse(answer);
    if (!parsed.success) {
      throw this.transport.refusals.notUnderstood(describe(request));
    }
    return parsed.data;
  }

  async write(
    method: 'POST' | 'PATCH',
    path: string,
    body: unknown,
    options: Options,
  ): Promise<ApiResource> {
    const { data } = await this.#send(
      { method, path, body, ...options },
      documentSchema,
    );
    return data;
  }

  /** Sends a request whose answer says nothing. */
  async act(path: string, body: unknown, options: Options): Promise<void> {
    await this.transport.send({ method: 'POST', path, body, ...options });
  }

  /** The newest runs of a workspace: a list with a limit of its own. */
  async runPage(path: string, options: Options): Promise<ApiResource[]> {
    const { data } = await this.#send(
      {
        method: 'GET',
        path: withQuery(path, { [PAGE_SIZE]: LARGEST_PAGE }),
        listsRuns: true,
        ...options,
      },
      listSchema,
    );
    return data;
  }

  /**
   * A whole list.
   *
   * @throws HcpTerraformError also for what is not found or not allowed: an
   * empty list would say that there is none
   */
  async list(path: string, options: Options): Promise<ApiResource[]> {
    const all: ApiResource[] = [];
    for await (const { data } of this.pages(path, {}, options)) {
      all.push(...data);
    }
    return all;
  }

  /**
   * One page of a list, for whoever looks at it page by page.
   *
   * @param number - from 1
   */
  async page(
    path: string,
    number: number,
    options: Options,
  ): Promise<{ items: ApiResource[]; nextPage?: number }> {
    const request: ApiRequest = {
      method: 'GET',
      path: withQuery(path, {
        'page[number]': number,
        [PAGE_SIZE]: LARGEST_PAGE,
      }),
      ...options,
    };
    const { data, meta } = await this.#send(request, listSchema);
    const nextPage = meta?.pagination['next-page'] ?? undefined;
    if (nextPage !== undefined && nextPage <= number) {
      throw this.transport.refusals.notUnderstood(describe(request));
    }
    return { items: data, nextPage };
  }

  /**
   * @param first - the number of the page to begin with
   * @throws HcpTerraformError if the list cannot be read to its end
   */
  async *pages(
    path: string,
    query: Query,
    options: Options,
    first = 1,
  ): AsyncGenerator<ApiList> {
    for (let number: number | undefined = first; number !== undefined; ) {
      const request: ApiRequest = {
        method: 'GET',
        path: withQuery(path, {
          ...query,
          ...(number > 1 && { 'page[number]': number }),
        }),
        ...options,
      };
      const page: ApiList = await this.#send(request, listSchema);
      const given = page.meta?.pagination['next-page'];
      if (given === undefined && page.data.length >= Number(query[PAGE_SIZE])) {
        throw this.transport.refusals.withoutEnd(describe(request));
      }
      yield page;
      const next: number | undefined = given ?? undefined;
      if (next !== undefined && next <= number) {
        throw this.transport.refusals.notUnderstood(describe(request));
      }
      number = next;
    }
  }

  async #send<T>(request: ApiRequest, schema: z.ZodType<T>): Promise<T> {
    const parsed = schema.safeParse(await this.transport.send(request));
    if (!parsed.success) {
      throw this.transport.refusals.notUnderstood(describe(request));
    }
    return parsed.data;
  }
}

import { isError } from '@backstage/errors';
import { HcpTerraformError } from '../HcpTerraformError';
import type { HttpAnswer } from './exchange';
import { readErrorDetail } from './readErrorDetail';

/** Says what went wrong with requests to one host, without the token. */
export class Refusals {
  readonly #host: string;

  constructor(
    private readonly options: {
      organization: string;
      baseUrl: string;
      token: string;
      /** Where the configuration has it: `soa.hcpTerraform[0]`. */
      configKey: string;
    },
  ) {
    this.#host = new URL(options.baseUrl).host;
  }

  /** @param what - the request, as `GET /runs/run-1` */
  refused(answer: HttpAnswer, what: string): HcpTerraformError {
    const { organization, configKey, token } = this.options;
    const { status } = answer;
    const moved = this.#movedTo(answer);
    if (moved) {
      return new HcpTerraformError(
        'invalid',
        `${
          this.#host
        } redirects to ${moved}, which does not get the token: write the address that it has now into ${configKey}.baseUrl`,
        status,
      );
    }
    if (status === 401) {
      return new HcpTerraformError(
        'bad-token',
        `${
          this.#host
        } does not accept the token of organization "${organization}": put a valid one into ${configKey}.token`,
        status,
      );
    }
    if (status === 404 || status === 403) {
      return new HcpTerraformError(
        'not-found-or-not-allowed',
        `${what}: not found in organization "${organization}", or its token is not allowed to do it`,
        status,
      );
    }
    if (status === 429) {
      return new HcpTerraformError(
        'unavailable',
        `${
          this.#host
        } takes no more requests now, because the rate limit of the token's user is used up (429): try again later, or give the portal a user of its own in ${configKey}.token; not done: ${what}`,
        status,
      );
    }
    if (status >= 500) {
      return new HcpTerraformError(
        'unavailable',
        `${this.#host} is not available now (${status}): ${what}`,
        status,
      );
    }
    const detail = (
      readErrorDetail(answer.text) ?? `answered ${status}`
    ).replaceAll(token, '[token]');
    return new HcpTerraformError(
      status === 409 || (status === 422 && /taken/i.test(detail))
        ? 'conflict'
        : 'invalid',
      `${what}: ${detail}`,
      status,
    );
  }

  uploadRefused(answer: HttpAnswer): HcpTerraformError {
    const { status } = answer;
    const detail = readErrorDetail(answer.text);
    return new HcpTerraformError(
      status === 429 || status >= 500 ? 'unavailable' : 'invalid',
      `HCP Terraform refused the upload of the configuration (${status})${
        detail ? `: ${detail}` : ''
      }`,
      status,
    );
  }

  downloadRefused({ status }: HttpAnswer): HcpTerraformError {
    return new HcpTerraformError(
      status === 429 || status >= 500 ? 'unavailable' : 'invalid',
      `HCP Terraform refused to give what it had pointed to (${status})`,
      status,
    );
  }

  unanswered(error: unknown): HcpTerraformError {
    return new HcpTerraformError(
      'unavailable',
      `${this.#host} does not answer: try again later, or check ${
        this.options.configKey
      }.baseUrl`,
      undefined,
      isError(error) ? error : undefined,
    );
  }

  /** An answer that claims success, but is not what was asked for. */
  notUnderstood(what: string, status?: number): HcpTerraformError {
    return new HcpTerraformError(
      'unavailable',
      `${
        this.#host
      } answered ${what} with something other than JSON:API: check ${
        this.options.configKey
      }.baseUrl`,
      status,
    );
  }

  /** A list that would pass for complete, and may not be. */
  withoutEnd(what: string): HcpTerraformError {
    return new HcpTerraformError(
      'unavailable',
      `${
        this.#host
      } answered ${what} with a full page, and does not say whether another follows: check ${
        this.options.configKey
      }.baseUrl`,
    );
  }

  #movedTo({ status, headers, url }: HttpAnswer): string | undefined {
    const { baseUrl } = this.options;
    const base = new URL(baseUrl);
    const location = headers.get('location');
    if (status >= 300 && status < 400) {
      return location && URL.canParse(location, baseUrl)
        ? new URL(location, baseUrl).origin
        : 'another address';
    }
    const answered = URL.canParse(url) ? new URL(url) : base;
    return answered.origin === base.origin ? undefined : answered.origin;
  }
}

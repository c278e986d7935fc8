import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import { FailuresInARow } from '../reading';

// A project that is closed to the token is no reason to leave out the others.
const MOST_DENIALS = 30;

/**
 * Knows when a token evidently may not read a kind of details, so that nobody
 * asks for those of ten thousand workspaces again in each read.
 */
export class Denials {
  readonly #row = new FailuresInARow(MOST_DENIALS);
  readonly #warnings: string[] = [];
  #notAsked = 0;
  #last: unknown;

  constructor(
    private readonly options: {
      /** In the plural: variables */
      what: string;
      remedy: string;
    },
  ) {}

  /** Those of single workspaces, or one for all where there are too many. */
  get warnings(): string[] {
    const { what, remedy } = this.options;
    return this.#last
      ? [
          `the ${what} of ${
            this.#warnings.length + this.#notAsked
          } workspaces are not known anew, for ${MOST_DENIALS} in a row could not be read and no more were asked for: ${remedy}: ${
            this.#last
          }`,
        ]
      : this.#warnings;
  }

  /** Whether to ask for those of one more workspace. */
  ask(): boolean {
    if (this.#last) {
      this.#notAsked += 1;
    }
    return !this.#last;
  }

  granted(): void {
    this.#row.succeeded();
  }

  denied(warning: string, error: unknown): void {
    this.#warnings.push(warning);
    if (this.#row.failed()) {
      this.#last ??= error;
    }
  }
}

/** Whether HCP Terraform says that something is not there, or not for us. */
export function isDenial(error: unknown): error is HcpTerraformError {
  return (
    error instanceof HcpTerraformError &&
    error.kind === 'not-found-or-not-allowed'
  );
}

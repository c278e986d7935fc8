const TITLES: Record<number, string> = {
  401: 'unauthorized',
  404: 'not found',
  409: 'transition not allowed',
  415: 'unsupported media type',
  422: 'invalid attribute',
  429: 'too many requests',
  500: 'internal server error',
};

/** An error as HCP Terraform answers it. */
export class HcpError extends Error {
  constructor(
    readonly status: number,
    detail: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(detail);
  }

  toJSON() {
    return {
      errors: [
        {
          status: String(this.status),
          title: TITLES[this.status] ?? 'error',
          detail: this.message,
        },
      ],
    };
  }
}

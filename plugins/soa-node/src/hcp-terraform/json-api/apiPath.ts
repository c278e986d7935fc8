import { HcpTerraformError } from '../HcpTerraformError';

/**
 * A path whose parts are encoded: apiPath`/runs/${id}`.
 *
 * @throws HcpTerraformError of kind `invalid` for a part that would make the
 * path another one (`.` and `..` stay what they are, however they are encoded)
 * or cannot be encoded
 */
export function apiPath(
  pieces: TemplateStringsArray,
  ...parts: string[]
): string {
  return String.raw(
    { raw: pieces },
    ...parts.map(part => {
      if (/^\.{0,2}$|\p{Surrogate}/u.test(part)) {
        throw new HcpTerraformError(
          'invalid',
          `"${part}" cannot be a name or id in HCP Terraform`,
        );
      }
      return encodeURIComponent(part);
    }),
  );
}

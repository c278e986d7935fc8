import type {
  HcpTerraformVariable,
  HcpTerraformVariableInput,
} from '@backstage-soa/plugin-soa-node';
import { z } from 'zod';

/** The variable of an access workspace that says who deploys into its account. */
export const ACCESS_VARIABLE = 'access';

/** The entries of the variable, by workspace; those of others in whatever form. */
export type AccessMap = Record<string, unknown>;

const mapSchema = z.record(z.string(), z.unknown());

/**
 * What is in the variable now.
 *
 * @returns the map, or why it cannot be read, as one sentence
 */
export function readAccessMap(
  variable: HcpTerraformVariable | undefined,
  workspace: string,
): { map: AccessMap } | { problem: string } {
  if (!variable || variable.value === '') {
    return { map: {} };
  }
  const what = `The variable ${ACCESS_VARIABLE} of the access workspace ${workspace}`;
  if (variable.sensitive || variable.value === undefined) {
    return {
      problem: `${what} is sensitive, so that its entries cannot be read and kept: make it a variable that is not`,
    };
  }
  try {
    return { map: mapSchema.parse(JSON.parse(variable.value)) };
  } catch {
    return {
      problem: `${what} is not written as a JSON object, so that its entries cannot be read and kept: write it as one`,
    };
  }
}

/** Terraform reads JSON as HCL: no name that gets here can hold \${ or %{. */
export function toAccessVariable(map: AccessMap): HcpTerraformVariableInput {
  const sorted = Object.fromEntries(
    Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return {
    key: ACCESS_VARIABLE,
    value: JSON.stringify(sorted, undefined, 2),
    category: 'terraform',
    hcl: true,
    sensitive: false,
  };
}

export function findAccessVariable(
  variables: readonly HcpTerraformVariable[],
): HcpTerraformVariable | undefined {
  return variables.find(
    ({ key, category }) => key === ACCESS_VARIABLE && category === 'terraform',
  );
}

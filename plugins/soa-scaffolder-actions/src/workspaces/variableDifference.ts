import type {
  HcpTerraformVariable,
  HcpTerraformVariableInput,
} from '@backstage-soa/plugin-soa-node';

/** Which variables have to be made, and which to be changed. */
export interface VariableDifference {
  missing: HcpTerraformVariableInput[];
  changed: Array<{ id: string; variable: HcpTerraformVariableInput }>;
}

export function variableDifference(
  found: readonly HcpTerraformVariable[],
  wanted: readonly HcpTerraformVariableInput[],
): VariableDifference {
  const difference: VariableDifference = { missing: [], changed: [] };
  for (const variable of wanted) {
    const known = found.find(
      ({ key, category }) =>
        key === variable.key && category === variable.category,
    );
    if (!known) {
      difference.missing.push(variable);
    } else if (
      known.value !== variable.value ||
      known.hcl !== (variable.hcl ?? false)
    ) {
      difference.changed.push({
        id: known.id,
        variable: { hcl: false, ...variable },
      });
    }
  }
  return difference;
}

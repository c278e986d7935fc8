import type {
  HcpTerraformOutput,
  HcpTerraformVariable,
  HcpTerraformWorkspace,
} from '@backstage-soa/plugin-soa-node';

/**
 * Tells what came with workspaces from what seems to have. That there are no
 * variables, or no outputs, is also what hosts say that leave them out, and what a
 * token hears that may not read them.
 */
export class GivenDetails {
  /** Whether all have to be asked for, of the host and not for lack of a right. */
  readonly isNothing: boolean;
  readonly #variables: boolean;
  readonly #outputs: boolean;

  /** @param workspaces - all that came from the host at once */
  constructor(workspaces: Iterable<HcpTerraformWorkspace>) {
    let variables = false;
    let outputs = false;
    let isAnswered = false;
    for (const workspace of workspaces) {
      variables ||= isFilled(workspace.variables);
      outputs ||= isFilled(workspace.outputs);
      isAnswered ||=
        workspace.mayReadVariables === false ||
        (workspace.mayReadVariables === true && !!workspace.variables);
    }
    this.#variables = variables;
    this.#outputs = outputs;
    this.isNothing = !variables && !outputs && !isAnswered;
  }

  /** @returns `undefined` if they have to be asked for */
  variables({
    variables,
    mayReadVariables = this.#variables,
  }: HcpTerraformWorkspace): HcpTerraformVariable[] | undefined {
    return isFilled(variables) || mayReadVariables ? variables : undefined;
  }

  /**
   * @param hadOutputs - whether some have been seen before: a state that is still
   * being processed has none
   * @returns `undefined` if they have to be asked for
   */
  outputs(
    {
      outputs,
      mayReadOutputs = this.#outputs,
      hasState,
    }: HcpTerraformWorkspace,
    hadOutputs: boolean,
  ): HcpTerraformOutput[] | undefined {
    // A token that may not read states can be told that there is none.
    if (hasState === false && (mayReadOutputs || !hadOutputs)) {
      return [];
    }
    return isFilled(outputs) || (mayReadOutputs && !hadOutputs)
      ? outputs
      : undefined;
  }
}

function isFilled(list: readonly unknown[] | undefined): boolean {
  return list !== undefined && list.length > 0;
}

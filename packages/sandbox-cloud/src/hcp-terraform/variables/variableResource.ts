import type { HcpVariable } from '../HcpState';

export function variableResource(variable: HcpVariable) {
  const { id, sensitive, versionId, ...rest } = variable;
  return {
    id,
    type: 'vars',
    attributes: {
      ...rest,
      sensitive,
      value: sensitive ? null : variable.value,
      'version-id': versionId ?? `${id}-1`,
    },
  };
}

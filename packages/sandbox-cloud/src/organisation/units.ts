/** An organizational unit, by the path of its names. */
export interface SandboxUnit {
  id: string;
  name: string;
  path: string;
  parentId: string;
}

export const ROOT_ID = 'r-acme';

const PATHS = [
  'Security',
  'Infrastructure',
  'Workloads',
  'Workloads/Prod',
  'Workloads/Beta',
  'Workloads/QA',
  'Workloads/Dev',
  'Sandbox',
];

/** The id of the unit with this path; the root's for an empty path. */
export function unitId(path: string): string {
  return path === ''
    ? ROOT_ID
    : `ou-acme-${path
        .toLocaleLowerCase('en-US')
        .replaceAll('/', '')
        .padEnd(8, '0')
        .slice(0, 16)}`;
}

export const units: readonly SandboxUnit[] = PATHS.map(path => {
  const names = path.split('/');
  return {
    id: unitId(path),
    name: names[names.length - 1],
    path,
    parentId: unitId(names.slice(0, -1).join('/')),
  };
});

import type { CloudTrailRecord } from '../cloudtrail';
import { token } from '../deterministic';
import { HcpError } from './HcpError';
import type {
  HcpConfigurationVersion,
  HcpRun,
  HcpState,
  HcpWorkspace,
} from './HcpState';

/** The state that all parts of the API share, and how it is kept. */
export class HcpStore {
  readonly state: HcpState;
  readonly now: () => number;
  /** Keeps the state, with what CloudTrail saw of the change. */
  readonly save: (records: CloudTrailRecord[]) => void;

  constructor(options: {
    state: HcpState;
    now: () => number;
    save: (records: CloudTrailRecord[]) => void;
  }) {
    this.state = options.state;
    this.now = options.now;
    this.save = options.save;
  }

  /** @throws HcpError if there is none; so do the others */
  workspace(id: string): HcpWorkspace {
    return found(this.state.workspaces.find(one => one.id === id));
  }

  configurationVersion(id: string): HcpConfigurationVersion {
    return found(this.state.configurationVersions.find(one => one.id === id));
  }

  run(id: string): HcpRun {
    return found(this.state.runs.find(one => one.id === id));
  }

  /** Ids are as long as the real ones, and never the same twice. */
  id(prefix: string, ...parts: string[]): string {
    const { workspaces, runs, configurationVersions, projects } = this.state;
    const serial = [workspaces, runs, configurationVersions, projects].map(
      ({ length }) => length,
    );
    serial.push(this.state.forgotten ?? 0);
    return `${prefix}-${token(16, prefix, parts, serial)}`;
  }
}

/** @throws HcpError if it is not there, or may not be seen */
export function found<T>(what: T | undefined): T {
  if (what === undefined) {
    throw new HcpError(404, 'not found');
  }
  return what;
}

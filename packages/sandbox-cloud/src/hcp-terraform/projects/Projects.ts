import { HcpError } from '../HcpError';
import type { HcpStore } from '../HcpStore';
import { listPage } from '../json-api';
import type { Query } from '../json-api';
import { projectBody } from './projectBody';
import { projectResource } from './projectResource';

/** The projects of the organization. */
export class Projects {
  constructor(private readonly store: HcpStore) {}

  list(query: Query) {
    const names = (query.filter as Record<string, unknown> | undefined)?.names;
    const wanted =
      typeof names === 'string' ? lower(names).split(',') : undefined;
    return listPage(
      this.store.state.projects.filter(
        ({ name }) => !wanted || wanted.includes(lower(name)),
      ),
      query,
      projects => ({ data: projects.map(projectResource) }),
    );
  }

  create(body: unknown) {
    const { name } = projectBody(body);
    if (this.store.state.projects.some(project => project.name === name)) {
      throw new HcpError(422, 'Name has already been taken');
    }
    const project = { id: this.store.id('prj', name), name };
    this.store.state.projects.push(project);
    this.store.save([]);
    return { data: projectResource(project) };
  }
}

function lower(text: string): string {
  return text.toLocaleLowerCase('en-US');
}

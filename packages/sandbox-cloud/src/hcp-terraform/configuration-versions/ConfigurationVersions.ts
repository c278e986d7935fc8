import { z } from 'zod';
import { HcpError } from '../HcpError';
import type { HcpStore } from '../HcpStore';
import type { HcpConfigurationVersion } from '../HcpState';
import { listPage, readBody } from '../json-api';
import type { Query } from '../json-api';
import {
  configurationVersionResource,
  ingressResource,
} from './configurationVersionResource';
import { readConfiguration } from './readConfiguration';

const versionSchema = z.object({
  data: z.object({
    attributes: z.object({ speculative: z.boolean().default(false) }),
  }),
});

/** What workspaces are given to apply. */
export class ConfigurationVersions {
  constructor(private readonly store: HcpStore) {}

  create(workspaceId: string, archivist: string, body: unknown) {
    const { speculative } = readBody(versionSchema, body).data.attributes;
    const version = {
      id: this.store.id('cv', workspaceId),
      workspaceId: this.store.workspace(workspaceId).id,
      status: 'pending' as const,
      placements: {},
      ...(speculative && { speculative }),
    };
    this.store.state.configurationVersions.push(version);
    this.store.save([]);
    return {
      data: configurationVersionResource(
        version,
        `${archivist}/_archivist/${version.id}`,
      ),
    };
  }

  get(id: string) {
    return {
      data: configurationVersionResource(this.store.configurationVersion(id)),
    };
  }

  list(workspaceId: string, query: Query) {
    const { id } = this.store.workspace(workspaceId);
    const versions = this.store.state.configurationVersions
      .filter(version => version.workspaceId === id)
      .reverse();
    return listPage(versions, query, page => ({
      data: page.map(version => configurationVersionResource(version)),
      ...(query.include === 'ingress_attributes' && {
        included: page.filter(({ commit }) => commit).map(ingressResource),
      }),
    }));
  }

  /** What a workspace gets from the repository that it is linked to. */
  async ingress(
    workspaceId: string,
    { commit, archive }: { commit: string; archive: Buffer },
  ): Promise<HcpConfigurationVersion> {
    const version = {
      id: this.store.id('cv', workspaceId),
      workspaceId,
      status: 'uploaded' as const,
      ...(await readConfiguration(archive)),
      commit,
    };
    this.store.state.configurationVersions.push(version);
    this.store.save([]);
    return version;
  }

  async upload(id: string, archive: Buffer): Promise<void> {
    const version = this.store.configurationVersion(id);
    const configuration = await readConfiguration(archive).catch(() => {
      throw new HcpError(422, 'The archive is not a gzipped tar');
    });
    Object.assign(version, configuration, { status: 'uploaded' });
    this.store.save([]);
  }
}

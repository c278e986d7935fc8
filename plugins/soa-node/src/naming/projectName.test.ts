import fc from 'fast-check';
import { projectName } from './projectName';

describe('projectName', () => {
  it("is the group's name where HCP Terraform takes it", () => {
    expect(projectName('group:default/team-shop')).toBe('team-shop');
    expect(projectName('group:eu/team-shop')).toBe('eu team-shop');
    expect(projectName('group:default/Team-Shop')).toBe('team-shop');
    expect(projectName('group:default/qa')).toMatch(/^qa [0-9a-f]{8}$/);
    expect(projectName('group:default/team.shop')).toMatch(
      /^team-shop [0-9a-f]{8}$/,
    );
  });

  it('cannot be taken by a group that is named like it', () => {
    for (const owner of [
      'group:default/qa',
      `group:default/${'a'.repeat(60)}`,
    ]) {
      const [namespace, name] = projectName(owner).split(' ');
      expect(projectName(`group:${namespace}/${name}`)).not.toBe(
        projectName(owner),
      );
    }
  });

  it('is always one that HCP Terraform takes, and never shared', () => {
    const part = fc.stringMatching(/^[a-z0-9]([a-z0-9_.-]{0,61}[a-z0-9])?$/);
    fc.assert(
      fc.property(part, part, part, part, (ns, name, otherNs, otherName) => {
        const one = projectName(`group:${ns}/${name}`);
        expect(one).toMatch(/^[\w -]{3,40}$/);
        fc.pre(ns !== otherNs || name !== otherName);
        expect(projectName(`group:${otherNs}/${otherName}`)).not.toBe(one);
      }),
    );
  });
});

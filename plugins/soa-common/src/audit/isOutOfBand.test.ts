import { ACTOR_KINDS } from './Actor';
import type { ActorKind } from './Actor';
import { isOutOfBand } from './isOutOfBand';

describe('isOutOfBand', () => {
  const event = (
    kind: ActorKind,
    change: {
      readOnly?: boolean;
      failed?: boolean;
      confidences?: number[];
    } = {},
  ) => ({
    readOnly: change.readOnly ?? false,
    failed: change.failed ?? false,
    actor: { kind, name: 'somebody' },
    attributions: (change.confidences ?? [0.8]).map(confidence => ({
      entityRef: 'component:default/orders',
      rule: 'resource' as const,
      confidence,
    })),
  });

  it('is what a person, an external account or somebody unknown changes', () => {
    expect(ACTOR_KINDS.filter(kind => isOutOfBand(event(kind), 0.5))).toEqual([
      'person',
      'external-account',
      'unknown',
    ]);
  });

  it.each([
    [{ readOnly: true }],
    [{ failed: true }],
    [{ confidences: [] }],
    [{ confidences: [0.49, 0.1] }],
  ])('is not %j', change => {
    expect(isOutOfBand(event('person', change), 0.5)).toBe(false);
  });

  it('is what one attribution is sure enough of', () => {
    expect(isOutOfBand(event('person', { confidences: [0.1, 0.5] }), 0.5)).toBe(
      true,
    );
  });
});

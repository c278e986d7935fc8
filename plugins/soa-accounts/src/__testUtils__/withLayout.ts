/**
 * Gives elements a size in jsdom, which lays nothing out: a large table draws what
 * fits into it.
 */
export function withLayout(size = { width: 1200, height: 600 }): void {
  const { offsetWidth, offsetHeight } = Object.getOwnPropertyDescriptors(
    HTMLElement.prototype,
  );
  beforeAll(() => {
    Object.defineProperties(HTMLElement.prototype, {
      offsetWidth: { configurable: true, get: () => size.width },
      offsetHeight: { configurable: true, get: () => size.height },
    });
  });
  afterAll(() => {
    Object.defineProperties(HTMLElement.prototype, {
      offsetWidth,
      offsetHeight,
    });
  });
}

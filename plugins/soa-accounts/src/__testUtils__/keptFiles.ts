/** The files that the browser is asked to keep, which jsdom cannot. */
export function keptFiles(): Array<{ name: string; text: Promise<string> }> {
  const files: Array<{ name: string; text: Promise<string> }> = [];
  let last: Blob | undefined;
  beforeEach(() => {
    files.length = 0;
    URL.createObjectURL = (blob: Blob) => {
      last = blob;
      return 'blob:last';
    };
    URL.revokeObjectURL = () => {};
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        files.push({ name: this.download, text: last!.text() });
      });
  });
  afterEach(() => jest.restoreAllMocks());
  return files;
}

interface Page<T> {
  items: T[] | undefined;
  NextToken: string | undefined;
}

/** Reads a list to its end. */
export async function allPages<T>(
  read: (NextToken: string | undefined) => Promise<Page<T>>,
): Promise<{ items: T[]; pages: number }> {
  const items: T[] = [];
  let pages = 0;
  let token: string | undefined;
  do {
    const page = await read(token);
    items.push(...(page.items ?? []));
    pages += 1;
    token = page.NextToken;
  } while (token);
  return { items, pages };
}

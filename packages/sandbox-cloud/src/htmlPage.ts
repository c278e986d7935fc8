/** A page for people who follow a link into the sandbox cloud. */
export function htmlPage(title: string, rows: Array<[string, string]>): string {
  const body = rows
    .map(
      ([name, value]) =>
        `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`,
    )
    .join('');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${escapeHtml(title)} · simulated</title>
<style>
  :root { color-scheme: light dark; }
  body { font: 1rem/1.5 system-ui, sans-serif; margin: 3rem auto; max-width: 48rem; padding: 0 1rem; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; }
  dt { font-weight: 600; }
  dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
  p { border-left: .25rem solid #d97706; padding-left: .75rem; }
</style>
<h1>${escapeHtml(title)}</h1>
<p>Simulated by the sandbox cloud: nothing here exists in AWS or HCP Terraform.</p>
<dl>${body}</dl>
</html>`;
}

function escapeHtml(text: string): string {
  return text.replace(
    /[&<>"']/g,
    character => `&#${character.codePointAt(0)};`,
  );
}

/** Pages that the end-to-end tests serve: our own prose, each with what one test needs. */
import type { Route } from '../../../scripts/drivers/serve.ts';

const html = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Fixture</title>${head}</head><body style="margin:40px;font:20px/1.6 serif">${body}</body></html>`;

const NEWS = `<h1>Factories and treaties</h1>
<p>The battery maker CATL licenses its know-how to Ford Motor Company, while the <b>Inflation</b> Reduction
Act pays for the plant. Both countries signed the Paris Agreement.</p>
<p>Gerald Ford pardoned Nixon. Her china plates were old.</p>
<p>Read <a href="{ORIGIN}/linked">what COP26 decided</a> about coal.</p>`;

export const ROUTES: Readonly<Record<string, Route>> = {
  '/news': { body: html(NEWS) },
  '/linked': { body: html('<p>The linked page.</p>') },
  '/dark': {
    body: html(NEWS, '<style>:root{color-scheme:dark}body{background:#111;color:#eee}</style>'),
  },
  '/strict': {
    body: html(`${NEWS}<script>document.title = 'script ran'</script>`),
    headers: {
      'content-security-policy':
        "default-src 'none'; style-src 'none'; script-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-same-origin",
    },
  },
  '/units': {
    body: html(
      '<p>The kilogram was redefined when the Metre Convention turned 144. CATL had no part in it.</p>',
    ),
  },
  '/nothing': { body: html('<p>A recipe for bread: flour, water, salt and patience.</p>') },
  '/long': {
    body: html(`${'<p>Nothing is named here.</p>'.repeat(80)}<p>Here CATL is named.</p>`),
  },
  '/frames': {
    body: html(
      `<p>Outside, CATL is named.</p><iframe src="{ORIGIN}/inner" width="600" height="300"></iframe>`,
    ),
  },
  '/thrice': {
    body: html(
      ['First, CATL.', 'Second, CATL.', 'Third, CATL.']
        .map((text) => `<p>${text}</p>${'<p>Nothing is named here.</p>'.repeat(40)}`)
        .join(''),
    ),
  },
  '/deep-frame': {
    body: html(`<p>Outside.</p><iframe src="{ORIGIN}/long" width="600" height="300"></iframe>`),
  },
  '/inner': { body: html('<p>Inside, the Paris Agreement is named.</p>') },
};

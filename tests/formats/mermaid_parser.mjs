// Reads journeys with Mermaid's own parser: a list of texts comes in as JSON, what each was read as goes out.
// Run in a folder where `mermaid` and `jsdom` are installed.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const here = createRequire(`${process.cwd()}/`);
const { JSDOM } = here('jsdom');
const page = new JSDOM('');
globalThis.window = page.window;
globalThis.document = page.window.document;
const { default: mermaid } = await import(pathToFileURL(here.resolve('mermaid')));

const found = [];
for (const text of JSON.parse(readFileSync(0, 'utf8'))) {
  try {
    await mermaid.parse(text);
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    found.push(JSON.stringify({ title: db.getDiagramTitle(), tasks: db.getTasks() }));
  } catch (error) {
    found.push(JSON.stringify({ fault: String(error.message) }));
  }
}
console.log(`[${found.join(',')}]`);

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Marked } from "marked";
import type { Plugin } from "vite";

// The handbook in the program: the Dutch documents of docs/, cut into sections when the bundle is built.
const MODULE = "virtual:handbook";
const DOCUMENTS = ["handleiding.md", "accounts.md", "need-to-know.md", "check.md", "threats.md"];

export interface Section {
  id: string;
  document: string;
  title: string;
  html: string;
  text: string;
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, " ")
    .replace(/&amp;/g, "&")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/\s+/g, " ")
    .trim();

// A link to another document of ours leads to its place in the handbook; any other link loses its address, because
// a practice may have no way out.
function renderer(): Marked {
  return new Marked({
    renderer: {
      link({ href, tokens }) {
        const label = this.parser.parseInline(tokens);
        const document = DOCUMENTS.find((name) => href.split("#")[0]?.endsWith(name));
        return document ? `<a href="/handboek/${slug(document.replace(".md", ""))}">${label}</a>` : label;
      },
      table(token) {
        const cells = (row: typeof token.header, tag: string): string =>
          row.map((cell) => `<${tag}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join("");
        const rows = token.rows.map((row) => `<tr>${cells(row, "td")}</tr>`).join("");
        return `<div class="wide" tabindex="0" role="region" aria-label="Tabel"><table><thead><tr>${cells(token.header, "th")}</tr></thead><tbody>${rows}</tbody></table></div>`;
      },
    },
  });
}

export function sections(document: string, markdown: string): Section[] {
  const parts = markdown.split(/^(?=##? )/m).filter((part) => part.trim() !== "");
  const marked = renderer();
  const home = slug(document.replace(".md", ""));
  const name = /^# (.*)/.exec(markdown)?.[1] ?? document;
  return parts.flatMap((part) => {
    const [, level, title] = /^(##?) (.*)\n?/.exec(part) ?? [];
    const body = part.replace(/^##? .*\n?/, "");
    if (!title || body.trim() === "") return [];
    const html = marked.parse(body, { async: false }).replace(/<(\/?)h3/g, "<$1h4");
    return [{ id: level === "#" ? home : `${home}-${slug(title)}`, document: name, title, html, text: plain(html) }];
  });
}

export function handbook(): Plugin {
  const folder = resolve(import.meta.dirname, "../../docs");
  return {
    name: "handbook",
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load(id) {
      if (id !== `\0${MODULE}`) return undefined;
      const all = DOCUMENTS.flatMap((name) => {
        const path = resolve(folder, name);
        this.addWatchFile(path);
        return sections(name, readFileSync(path, "utf8"));
      });
      return `export default ${JSON.stringify(all)};`;
    },
  };
}

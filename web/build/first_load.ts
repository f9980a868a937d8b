import { gzipSync } from "node:zlib";
import type { Plugin, Rollup } from "vite";

// What a browser fetches before the first page stands: index.html, the entry with what it imports, their styles,
// the page Vandaag, and the fonts of Latin text. The build fails above the limit.
export const FIRST_LOAD_BYTES_MAX = 300_000;
const FIRST_PAGES = ["today_page"];
const FIRST_FONTS = /-latin-wght-normal-[^/]*\.woff2$/;

function bytes(part: Rollup.OutputChunk | Rollup.OutputAsset): number {
  const source = part.type === "chunk" ? part.code : part.source;
  return part.fileName.endsWith(".woff2") ? source.length : gzipSync(source).length;
}

export function firstLoadFiles(bundle: Rollup.OutputBundle): string[] {
  const wanted = new Set<string>(["index.html"]);
  const follow = (name: string): void => {
    const part = bundle[name];
    if (!part || wanted.has(name)) return;
    wanted.add(name);
    if (part.type !== "chunk") return;
    part.imports.forEach(follow);
    part.viteMetadata?.importedCss.forEach((css) => wanted.add(css));
  };
  for (const [name, part] of Object.entries(bundle)) {
    if (part.type === "chunk" && (part.isEntry || FIRST_PAGES.includes(part.name))) follow(name);
    if (FIRST_FONTS.test(name)) wanted.add(name);
  }
  return [...wanted].filter((name) => bundle[name]);
}

export function firstLoad(): Plugin {
  return {
    name: "first-load",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const total = firstLoadFiles(bundle).reduce((sum, name) => sum + bytes(bundle[name]!), 0);
        console.log(`first load: ${(total / 1000).toFixed(1)} kB compressed, at most ${FIRST_LOAD_BYTES_MAX / 1000}`);
        if (total > FIRST_LOAD_BYTES_MAX) this.error("the first load is too large");
      },
    },
  };
}

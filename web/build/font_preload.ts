import type { Plugin } from "vite";

// Preloads the one font file that every page needs.
const FIRST_FONT = /atkinson-hyperlegible-next-latin-wght-normal-[^/]*\.woff2$/;

export function fontPreload(): Plugin {
  return {
    name: "font-preload",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_html, context) {
        const font = Object.keys(context.bundle ?? {}).find((name) => FIRST_FONT.test(name));
        if (!font) throw new Error("the first font is not in the bundle");
        return [
          {
            tag: "link",
            injectTo: "head-prepend",
            attrs: { rel: "preload", as: "font", type: "font/woff2", href: `/${font}`, crossorigin: "" },
          },
        ];
      },
    },
  };
}

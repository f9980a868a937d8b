import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { firstLoad } from "./build/first_load.ts";
import { fontPreload } from "./build/font_preload.ts";
import { handbook } from "./build/handbook.ts";

export default defineConfig({
  plugins: [react(), handbook(), fontPreload(), firstLoad()],
  build: {
    outDir: "../build/web",
    emptyOutDir: true,
    // The CSP knows no data: addresses and no inline code.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
  },
  test: { include: ["src/**/*.test.ts"] },
  server: {
    proxy: { "/api": { target: process.env.ZORGKLUIS_URL ?? "https://localhost:8443", secure: false } },
  },
});

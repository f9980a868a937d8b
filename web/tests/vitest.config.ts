import { defineConfig } from "vitest/config";

// Against a server that runs already: ZORGKLUIS_URL and ZORGKLUIS_ACCOUNTS say where and as whom.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

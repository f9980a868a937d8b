import { defineConfig } from "vitest/config";

// Against a server that runs already (tools/browser_tests.sh). One browser and one log-in per role for all stories, so
// they share a process; the machine is shared too, so a test waits long before it gives up.
export default defineConfig({
  cacheDir: `${import.meta.dirname}/../node_modules/.vite`,
  test: {
    root: import.meta.dirname,
    include: ["**/*.test.ts"],
    pool: "forks",
    isolate: false,
    fileParallelism: false,
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

import { QueryClient, useQuery } from "@tanstack/react-query";
import type { ApiError } from "./api";

declare module "@tanstack/react-query" {
  interface Register {
    defaultError: ApiError;
  }
}

// What was read stays a short while, in memory only; a lock and a log-out clear it.
export const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: 20_000, gcTime: 120_000, refetchOnWindowFocus: true, networkMode: "always" },
    mutations: { networkMode: "always" },
  },
});

// Of what is read again by a clock. The first time a person asked, so it counts as work.
export function useLiving<T>(key: string[], read: (background: boolean) => Promise<T>, everyMs: number) {
  return useQuery({
    queryKey: key,
    queryFn: () => read(queries.getQueryData(key) !== undefined),
    refetchInterval: everyMs,
  });
}

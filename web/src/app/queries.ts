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

// Of what is read again by a clock.
export function useLiving<T>(key: string[], read: () => Promise<T>, everyMs: number) {
  return useQuery({ queryKey: key, queryFn: read, refetchInterval: everyMs });
}

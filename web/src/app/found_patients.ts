import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { call } from "./api";

export const LETTERS_MIN = 3;
export const HITS_MAX = 8;
export const QUIET_MS = 150;

// The name that is typed leaves by POST, so no address holds it.
export function useFound(settled: string, searches: boolean) {
  return useQuery({
    queryKey: ["search", settled],
    queryFn: () => call("post", "/api/patients/search", { body: { text: settled, limit: HITS_MAX } }),
    enabled: searches,
    placeholderData: keepPreviousData,
  });
}

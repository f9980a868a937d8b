import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { call } from "../app/api";
import { nowInAmsterdam } from "../app/dates";
import { queries } from "../app/queries";

const AGAIN_MS = 60_000;
const CLOCK_MS = 15_000;

export function useAgenda(from: string, to: string) {
  return useQuery({
    queryKey: ["agenda", from, to],
    queryFn: () => call("get", "/api/agenda", { query: { from, to } }),
    refetchInterval: AGAIN_MS,
    placeholderData: keepPreviousData,
  });
}

// What a change makes old.
export async function agendaChanged(patient?: string): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ["agenda"] }),
    queries.invalidateQueries({ queryKey: ["today"] }),
    ...(patient ? [queries.invalidateQueries({ queryKey: ["patient", patient] })] : []),
  ]);
}

// Now, as the practice's clock shows it.
export function useNow(): { date: string; time: string } {
  const [now, tick] = useState(() => nowInAmsterdam());
  useEffect(() => {
    const timer = setInterval(() => tick(nowInAmsterdam()), CLOCK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

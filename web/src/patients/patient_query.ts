import { useQuery } from "@tanstack/react-query";
import { call } from "../app/api";
import { queries } from "../app/queries";

// Each read is a line in the log, so it is not done again by itself.
export const usePatient = (id: string) =>
  useQuery({
    queryKey: ["patient", id],
    queryFn: () => call("get", "/api/patients/{id}", { id }),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

// Something of him was written.
export function patientChanged(id: string): void {
  void queries.invalidateQueries({ queryKey: ["patient", id], refetchType: "all" });
  queries.removeQueries({ queryKey: ["history", id] });
  void queries.invalidateQueries({ queryKey: ["search"] });
}

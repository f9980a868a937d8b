import { useQuery } from "@tanstack/react-query";
import { call, type Schema } from "../../app/api";
import { queries } from "../../app/queries";
import { refresh } from "../../app/session";

export const useSettings = () => useQuery({ queryKey: ["settings"], queryFn: () => call("get", "/api/settings") });
// What follows from them elsewhere is asked again: the lock of this screen, where backups go.
export function keepSettings(settings: Schema<"Settings">): void {
  queries.setQueryData(["settings"], settings);
  void queries.invalidateQueries({ queryKey: ["backup"] });
  void refresh();
}

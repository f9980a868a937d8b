import { lazy, type ReactNode, Suspense, useState } from "react";
import { draftOf } from "../app/drafts";
import type { Asked, Draft } from "./new_dialog";

const NewDialog = lazy(() => import("./new_dialog"));

// Opens the dialog, also again after a lock with what was typed. Each place of the interface has its own draft.
export function useNewAppointment(place: string): { open: (asked: Asked) => void; dialog: ReactNode } {
  const key = `afspraak/${place}`;
  const [asked, ask] = useState<Asked | undefined>(() => draftOf<Draft>(key)?.asked);
  return {
    open: ask,
    dialog: asked && (
      <Suspense>
        <NewDialog draftKey={key} asked={asked} onClose={() => ask(undefined)} />
      </Suspense>
    ),
  };
}

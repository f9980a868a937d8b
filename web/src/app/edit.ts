import { useMutation } from "@tanstack/react-query";
import { ApiError } from "./api";
import type { Conflicting } from "./conflict";
import { useDraft } from "./drafts";
import { changedFields, merge, type Texts } from "./merge";

interface State {
  base: Texts;
  mine: Texts;
  version: number;
  conflict?: Conflicting;
}

const onlyTexts = (of: object): Texts =>
  Object.fromEntries(Object.entries(of).filter((entry): entry is [string, string] => typeof entry[1] === "string"));

interface Options {
  draft: string;
  // What was read, and which version of it.
  base: Texts;
  version: number;
  send: (version: number, changed: Texts) => Promise<unknown>;
  // As it stands in the fields; texts are taken as they are.
  theirs?: (theirs: object) => Texts;
  onSaved: () => void;
}

// Changes what others may be changing too. What was typed is a draft until it is saved.
export function useEdit({ draft, base, version, send, theirs = onlyTexts, onSaved }: Options) {
  const [state, keep, discard] = useDraft<State>(draft, { base, mine: base, version });
  const changed = changedFields(state.base, state.mine);
  const saving = useMutation({
    mutationFn: () => send(state.version, Object.fromEntries(changed.map((field) => [field, state.mine[field] ?? ""]))),
    onSuccess: () => {
      discard();
      onSaved();
    },
    onError: (error) => {
      if (!(error instanceof ApiError) || error.code !== "changed-by-another" || !error.theirs) return;
      const known = Object.keys(state.base);
      const written = theirs(error.theirs);
      const merged = merge(
        state.base,
        state.mine,
        Object.fromEntries(known.map((field) => [field, written[field] ?? ""])),
      );
      const fields = merged.conflicts.map((field) => ({
        field,
        mine: merged.mine[field] ?? "",
        theirs: merged.base[field] ?? "",
      }));
      keep({
        base: merged.base,
        mine: merged.mine,
        version: error.version ?? state.version,
        conflict: { by: error.by ?? "", fields, others: merged.others },
      });
    },
  });
  return {
    texts: state.mine,
    put: (field: string, text: string) => keep({ ...state, mine: { ...state.mine, [field]: text } }),
    dirty: changed.length > 0,
    conflict: state.conflict,
    saving,
    error: saving.error?.code === "changed-by-another" ? null : saving.error,
    discard,
  };
}

import { useTranslation } from "react-i18next";
import type { Schema } from "../app/api";

type State = Schema<"EvidenceState">;

// Four shapes: green disc with tick, blue half disc, dashed grey ring, red square with cross. A fifth, a bar, where the
// question does not apply.
const shapes: Record<State, React.ReactNode> = {
  proven: (
    <>
      <circle cx="9" cy="9" r="8" fill="var(--groen)" />
      <path d="M5.4 9.2l2.5 2.5 4.7-5" fill="none" stroke="var(--surface)" strokeWidth="1.9" />
    </>
  ),
  declared: (
    <>
      <circle cx="9" cy="9" r="7.1" fill="none" stroke="var(--delft)" strokeWidth="1.8" />
      <path d="M9 2a7 7 0 0 0 0 14z" fill="var(--delft)" />
    </>
  ),
  open: <circle cx="9" cy="9" r="7" fill="none" stroke="var(--faint)" strokeWidth="1.8" strokeDasharray="2.7 2.4" />,
  failed: (
    <>
      <rect x="1.5" y="1.5" width="15" height="15" rx="3" fill="var(--rood)" />
      <path d="M6 6l6 6M12 6l-6 6" stroke="var(--surface)" strokeWidth="1.9" />
    </>
  ),
  na: <path d="M3 9h12" stroke="var(--faint)" strokeWidth="2" />,
};

export function EvidenceMark({ state, size = 18 }: { state: State; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 18 18" aria-hidden="true" focusable="false">
      {shapes[state]}
    </svg>
  );
}

// The mark with its word for who listens.
export function EvidenceState({ state, size }: { state: State; size?: number }) {
  const { t } = useTranslation();
  return (
    <>
      <EvidenceMark state={state} {...(size ? { size } : {})} />
      <span className="hidden-but-read">{t(`state.${state}`)}: </span>
    </>
  );
}

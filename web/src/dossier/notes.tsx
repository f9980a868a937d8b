import { IconArchive, IconFileText, IconNote, type Icon as Tabler } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schema } from "../app/api";
import { shortDate } from "../app/dates";
import { language } from "../app/i18n";
import { hasDraft } from "../app/drafts";
import { useMay } from "../app/session";
import { History } from "../patients/history";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { Icon } from "../ui/icon";
import { Empty } from "../ui/waiting";
import { CorrectNote } from "./correct_note";
import styles from "./notes.module.css";
import "./texts";

type Note = Schema<"Note">;
const icons: Record<Note["kind"], Tabler> = {
  consult: IconFileText,
  memo: IconNote,
  "uit oude software": IconArchive,
};
const LETTERS = ["s", "o", "e", "p"] as const;

interface OfNote {
  id: string;
  note: Note;
}

function Article({ id, note }: OfNote) {
  const { t } = useTranslation();
  const corrects = useMay("consult.write") && note.id !== undefined;
  const draft = `note/${note.id}`;
  const [correcting, correct] = useState(() => hasDraft(draft));
  const [opened, open] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    correct(false);
    setTimeout(() => button.current?.focus());
  };
  return (
    <article className={styles.note}>
      <p className={styles.date}>{note.date && shortDate(note.date, language())}</p>
      <div>
        <div className={styles.head}>
          <Icon of={icons[note.kind]} />
          <strong>{t(`note.kind.${note.kind}`)}</strong>
          {(note.author ?? note.practitioner_name) && (
            <span className={styles.author}>{note.author ?? note.practitioner_name}</span>
          )}
          <span className={styles.corrected}>
            {(note.corrected ?? 0) > 0 && (
              <Button kind="link" onClick={() => open(true)}>
                {t("note.corrected", { count: note.corrected })}
              </Button>
            )}
            {corrects && !correcting && (
              <Button kind="link" ref={button} onClick={() => correct(true)}>
                {t("note.correct")}
              </Button>
            )}
          </span>
        </div>
        {correcting ? <CorrectNote id={id} note={note} draft={draft} onClose={close} /> : <Text note={note} />}
        {note.id && (
          <History
            id={id}
            title={t("note.history")}
            of={["notes"]}
            record={note.id}
            opened={opened}
            onClose={() => open(false)}
          />
        )}
      </div>
    </article>
  );
}

function Text({ note }: { note: Note }) {
  const { t } = useTranslation();
  return (
    <>
      {LETTERS.some((letter) => note[letter]) && (
        <dl className={styles.soep}>
          {LETTERS.filter((letter) => note[letter]).map((letter) => (
            <div key={letter} className={styles.letter}>
              <dt>
                <abbr title={t(`note.${letter}`)}>{letter.toUpperCase()}</abbr>
              </dt>
              <dd>{note[letter]}</dd>
            </div>
          ))}
        </dl>
      )}
      {note.text && <p className={styles.text}>{note.text}</p>}
    </>
  );
}

export function Notes({ id, notes }: { id: string; notes: Note[] }) {
  const { t } = useTranslation();
  const [wanted, want] = useState<string>();
  const kinds = [...new Set(notes.map((note) => t(`note.kind.${note.kind}`)))];
  const shown = wanted ? notes.filter((note) => t(`note.kind.${note.kind}`) === wanted) : notes;
  if (notes.length === 0)
    return (
      <Card flush>
        <Empty title={t("note.none")} text={t("note.noneText")} />
      </Card>
    );
  const filter = kinds.length > 1 && (
    <div className={styles.filter} role="group" aria-label={t("note.filter")}>
      {[undefined, ...kinds].map((kind) => (
        <button key={kind ?? ""} type="button" aria-pressed={kind === wanted} onClick={() => want(kind)}>
          {kind ?? t("note.all")}
        </button>
      ))}
    </div>
  );
  return (
    <Card title={t("note.title")} aside={filter} flush>
      {shown.map((note, at) => (
        <Article key={note.id ?? at} id={id} note={note} />
      ))}
    </Card>
  );
}

import { IconArchive, IconFileText, IconNote, type Icon as Tabler } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schema } from "../app/api";
import { shortDate } from "../app/dates";
import { language } from "../app/i18n";
import { Card } from "../ui/card";
import { Icon } from "../ui/icon";
import { Empty } from "../ui/waiting";
import styles from "./notes.module.css";
import "./texts";

type Note = Schema<"Note">;
const icons: Record<Note["kind"], Tabler> = {
  consult: IconFileText,
  memo: IconNote,
  "uit oude software": IconArchive,
};
const LETTERS = ["s", "o", "e", "p"] as const;

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

export function Notes({ notes }: { notes: Note[] }) {
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
        <article key={note.id ?? at} className={styles.note}>
          <p className={styles.date}>{note.date && shortDate(note.date, language())}</p>
          <div>
            <div className={styles.head}>
              <Icon of={icons[note.kind]} />
              <strong>{t(`note.kind.${note.kind}`)}</strong>
              {note.author && <span className={styles.author}>{note.author}</span>}
              {(note.corrected ?? 0) > 0 && (
                <span className={styles.corrected}>{t("note.corrected", { count: note.corrected })}</span>
              )}
            </div>
            <Text note={note} />
          </div>
        </article>
      ))}
    </Card>
  );
}

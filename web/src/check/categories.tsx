import { useTranslation } from "react-i18next";
import { language } from "../app/i18n";
import { walkRows } from "../app/keyboard";
import { Link, navigate } from "../app/route";
import { Card } from "../ui/card";
import { EvidenceState } from "../ui/evidence_state";
import styles from "./check_page.module.css";
import { byCategory, type Check, pathOf, type Question } from "./reading";

const COLUMNS = [
  ["1", "2"],
  ["3", "4"],
];

interface Props {
  check: Check;
  chosen: string | undefined;
  // Beside an open panel the arrows show each question as they reach it.
  followsFocus: boolean;
}

export function Categories({ check, chosen, followsFocus }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.categories} onKeyDown={walkRows}>
      {COLUMNS.map((column) => (
        <div key={column[0]} className={styles.column}>
          {byCategory(check.questions, column).map(([category, questions]) => (
            <Card
              key={category}
              title={`${category}. ${t(`check.category.${category}`)}`}
              aside={t("check.categoryCount", {
                proven: questions.filter((one) => one.state === "proven").length,
                total: questions.length,
              })}
              flush
            >
              <ul>
                {questions.map((question) => (
                  <li key={question.id}>
                    <Row question={question} chosen={question.id === chosen} followsFocus={followsFocus} />
                  </li>
                ))}
              </ul>
            </Card>
          ))}
        </div>
      ))}
    </div>
  );
}

function Row({ question, chosen, followsFocus }: { question: Question; chosen: boolean; followsFocus: boolean }) {
  const content = (
    <>
      <EvidenceState state={question.applicable ? question.state : "na"} />
      <b>{question.id}</b>
      <span>{language() === "en" ? question.text_en : question.text}</span>
    </>
  );
  // Who sees only the score gets no evidence, so there is nothing to open.
  if (question.evidence.length === 0) return <div className={styles.row}>{content}</div>;
  const path = pathOf(question.id);
  return (
    <Link
      href={path}
      className={styles.row}
      data-row={question.id}
      aria-current={chosen ? "true" : undefined}
      onFocus={() => followsFocus && !chosen && navigate(path, "replace")}
    >
      {content}
    </Link>
  );
}

import book from "virtual:handbook";
import { type MouseEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Section } from "../../build/handbook";
import { PageFrame } from "../app/page";
import { Link, navigate } from "../app/route";
import { Card } from "../ui/card";
import { Field } from "../ui/field";
import { Empty } from "../ui/waiting";
import { avg } from "./avg";
import styles from "./handbook_page.module.css";
import { findSections } from "./search";
import "./texts";

const all: Section[] = [...avg, ...book];

// The handbook is a part of the bundle: it needs no server but ours, and no network.
export default function HandbookPage({ section }: { section: string | undefined }) {
  const { t } = useTranslation();
  const [text, type] = useState("");
  const found = findSections(all, text);
  const shown =
    found.find((one) => one.id === section) ?? found.find((one) => one.id.startsWith(`${section}-`)) ?? found[0];
  return (
    <PageFrame title={t("place.handboek")}>
      <div className={styles.search} role="search">
        <Field
          label={t("handbook.search")}
          hint={t("handbook.searchHint")}
          type="search"
          value={text}
          onChange={(event) => type(event.target.value)}
        />
      </div>
      <div className={styles.columns}>
        <Card
          title={t("handbook.chapters")}
          aside={<span role="status">{t("handbook.found", { count: found.length })}</span>}
          flush
        >
          <Contents sections={found} shown={shown} />
        </Card>
        {shown ? (
          <Chapter section={shown} />
        ) : (
          <Card flush>
            <Empty title={t("handbook.none")} text={t("handbook.noneText", { text })} />
          </Card>
        )}
      </div>
    </PageFrame>
  );
}

function Contents({ sections, shown }: { sections: Section[]; shown: Section | undefined }) {
  const documents = [...new Set(sections.map((one) => one.document))];
  return (
    <nav lang="nl">
      {documents.map((document) => (
        <div key={document}>
          <p className={styles.group}>{document}</p>
          {sections
            .filter((one) => one.document === document)
            .map((one) => (
              <Link
                key={one.id}
                href={`/handboek/${one.id}`}
                className={styles.entry}
                aria-current={one === shown ? "page" : undefined}
              >
                {one.title}
              </Link>
            ))}
        </div>
      ))}
    </nav>
  );
}

// The text was made from our own documents when the bundle was built.
function Chapter({ section }: { section: Section }) {
  function follow(event: MouseEvent<HTMLDivElement>): void {
    const href = (event.target as HTMLElement).closest("a")?.getAttribute("href");
    if (!href?.startsWith("/") || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    navigate(href);
  }
  return (
    <Card title={<span lang="nl">{section.title}</span>}>
      <div lang="nl" className={styles.text} onClick={follow} dangerouslySetInnerHTML={{ __html: section.html }} />
    </Card>
  );
}

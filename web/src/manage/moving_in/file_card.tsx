import { IconAlertTriangle, IconCheck, IconChevronDown, IconChevronRight, IconMinus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Chip } from "../../ui/chip";
import field from "../../ui/field.module.css";
import { Select } from "../../ui/field";
import list from "../../ui/list.module.css";
import styles from "../manage.module.css";
import { type FileChoice, type Kinds, type PreviewFile, withKind } from "./mapping";

interface Props {
  file: PreviewFile;
  kinds: Kinds;
  choice: FileChoice;
  onChoice: (choice: FileChoice) => void;
}

// One file: what it holds rows of, and what each column means, with the shapes of a few cells to tell it by.
export function FileCard({ file, kinds, choice, onChoice }: Props) {
  const { t } = useTranslation();
  const guessed = file.columns.filter((one) => one.guessed).length;
  const missing = file.kind === choice.kind ? file.missing : [];
  const [open, show] = useState(guessed > 0 || missing.length > 0);
  const taken = Object.keys(choice.columns).length;
  return (
    <Card title={file.name} aside={`${t("manage.move.rows", { count: file.rows })} · ${file.encoding}`} flush>
      <div className={styles.inside}>
        <div className={styles.form}>
          <div className={styles.pair}>
            <Select
              label={t("manage.move.kindOf")}
              value={choice.kind}
              onChange={(event) => {
                onChoice(withKind(choice, event.target.value as FileChoice["kind"], kinds));
                if (event.target.value) show(true);
              }}
            >
              <option value="">{t("manage.move.leftOut")}</option>
              {kinds.map(({ kind }) => (
                <option key={kind} value={kind}>
                  {t(`manage.kind.${kind}`)}
                </option>
              ))}
            </Select>
          </div>
          {choice.kind && (
            <div className={styles.bar}>
              <span className={styles.buttons}>
                {missing.length > 0 ? (
                  <Chip hue="rood" icon={IconAlertTriangle}>
                    {t("manage.move.missing", {
                      columns: missing.map((key) => t(`manage.column.${key}`).toLowerCase()).join(", "),
                    })}
                  </Chip>
                ) : (
                  <Chip hue="groen" icon={IconCheck}>
                    {t("manage.move.columnsTaken", { count: taken, all: file.columns.length })}
                  </Chip>
                )}
                {guessed > 0 && (
                  <Chip hue="amber" icon={IconAlertTriangle}>
                    {t("manage.move.guessed", { count: guessed })}
                  </Chip>
                )}
              </span>
              <Button
                kind="text"
                icon={open ? IconChevronDown : IconChevronRight}
                aria-expanded={open}
                aria-label={`${t("manage.move.columns")}: ${file.name}`}
                onClick={() => show(!open)}
              >
                {t("manage.move.columns")}
              </Button>
            </div>
          )}
        </div>
      </div>
      {choice.kind && open && <Columns file={file} kinds={kinds} choice={choice} onChoice={onChoice} />}
    </Card>
  );
}

function Columns({ file, kinds, choice, onChoice }: Props) {
  const { t } = useTranslation();
  const known = kinds.find((one) => one.kind === choice.kind)?.columns ?? [];
  function set(header: string, key: string): void {
    const { [header]: _, ...others } = choice.columns;
    onChoice({ ...choice, columns: key ? { ...others, [header]: key } : others });
  }
  return (
    <table className={list.table} aria-label={`${t("manage.move.columns")}: ${file.name}`}>
      <thead>
        <tr>
          <th scope="col">{t("manage.move.header")}</th>
          <th scope="col">{t("manage.move.looksLike")}</th>
          <th scope="col">{t("manage.move.means")}</th>
        </tr>
      </thead>
      <tbody>
        {file.columns.map((one) => (
          <tr key={one.header}>
            <td>
              <b>{one.header}</b>
              <div className={styles.small}>{t("manage.move.filled", { filled: one.filled, rows: file.rows })}</div>
            </td>
            <td>
              <span className={styles.shape}>{one.samples.join("   ") || t("manage.empty")}</span>
            </td>
            <td className={styles.means}>
              <select
                className={field.input}
                aria-label={t("manage.move.meansOf", { header: one.header })}
                value={choice.columns[one.header] ?? ""}
                onChange={(event) => set(one.header, event.target.value)}
              >
                <option value="">{t("manage.move.notAlong")}</option>
                {known.map(({ key }) => (
                  <option key={key} value={key}>
                    {t(`manage.column.${key}`)}
                  </option>
                ))}
              </select>
              {one.guessed && choice.columns[one.header] === one.column && (
                <Chip hue="amber" icon={IconAlertTriangle}>
                  {t("manage.move.guess")}
                </Chip>
              )}
              {!choice.columns[one.header] && (
                <Chip hue="grey" icon={IconMinus}>
                  {t("manage.move.notAlong")}
                </Chip>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { Menu } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { IconCopy, IconEye } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { call, type Schema } from "../app/api";
import { errorText } from "../app/error_text";
import { Button } from "../ui/button";
import { Chip } from "../ui/chip";
import { copyFor } from "./clipboard";
import styles from "./patient_page.module.css";

type Reason = Schema<"BsnReason">;
interface Props {
  id: string;
  state: "on_demand" | "missing" | "unverified";
  reasons: Reason[];
}

// 9999 90 019
const grouped = (bsn: string): string => `${bsn.slice(0, 4)} ${bsn.slice(4, 6)} ${bsn.slice(6)}`;

// The page does not hold the number until somebody says what it is for; then for a minute.
export function Bsn({ id, state, reasons }: Props) {
  const { t } = useTranslation();
  const reveal = useMutation({
    mutationFn: (reason: Reason) => call("post", "/api/patients/{id}/bsn", { id, body: { reason } }),
    gcTime: 0,
  });
  if (state === "missing") return <>{t("patient.bsn.missing")}</>;
  if (reveal.data)
    return (
      <Shown bsn={reveal.data.bsn} seconds={reveal.data.seconds} reason={reveal.variables} onGone={reveal.reset} />
    );
  const button = (
    <Button
      kind="prive"
      small
      icon={IconEye}
      onClick={reasons.length === 1 ? () => reveal.mutate(reasons[0]!) : undefined}
    >
      {t("patient.bsn.show")}
    </Button>
  );
  return (
    <div className={styles.bsn}>
      <span className="hidden-but-read">{t("patient.bsn.hidden")}</span>
      <span className={styles.dots} aria-hidden="true">
        ••• ••• •••
      </span>
      {reasons.length === 1 && button}
      {reasons.length > 1 && (
        <Menu
          position="bottom-start"
          withinPortal={false}
          classNames={{ dropdown: styles.reasons!, item: styles.reason!, label: styles.reasonHead! }}
        >
          <Menu.Target>{button}</Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{t("patient.bsn.why")}</Menu.Label>
            {reasons.map((reason) => (
              <Menu.Item key={reason} onClick={() => reveal.mutate(reason)}>
                {t(`patient.bsn.reason.${reason}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {state === "unverified" && <span>{t("patient.bsn.unverified")}</span>}
      {reveal.error && <span role="alert">{errorText(reveal.error, t)}</span>}
    </div>
  );
}

interface ShownProps {
  bsn: string;
  seconds: number;
  reason: Reason;
  onGone: () => void;
}
function Shown({ bsn, seconds, reason, onGone }: ShownProps) {
  const { t } = useTranslation();
  const [left, count] = useState(seconds);
  const [copied, copy] = useState(false);
  useEffect(() => {
    const end = Date.now() + seconds * 1000;
    const timer = setInterval(() => {
      const rest = Math.ceil((end - Date.now()) / 1000);
      if (rest <= 0) onGone();
      else count(rest);
    }, 500);
    return () => clearInterval(timer);
  }, [seconds, onGone]);
  return (
    <div className={styles.bsn}>
      <span className={styles.number}>{grouped(bsn)}</span>
      <Chip hue="prive" icon={IconEye}>
        {t("patient.bsn.left", { count: left })}
      </Chip>
      <Button small icon={IconCopy} onClick={() => void copyFor(bsn, seconds).then(() => copy(true))}>
        {t("copy")}
      </Button>
      <span className="hidden-but-read" role="status">
        {t("patient.bsn.logged", { reason: t(`patient.bsn.reason.${reason}`) })} {copied && t("patient.bsn.copied")}
      </span>
    </div>
  );
}

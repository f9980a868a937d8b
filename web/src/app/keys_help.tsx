import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { Dialog, DialogButtons } from "../ui/dialog";
import { Kbd } from "../ui/kbd";
import styles from "./keys_help.module.css";
import { navigate, useParts } from "./route";

const KEYS = ["F1", "Ctrl K, F2", "F8", "F9", "↑ ↓", "Enter", "Esc"];

// F1: what this page is for, and what the keys do here.
export function KeysHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const [place, id] = useParts();
  const page = place === "patienten" && id ? "patient" : (place ?? "vandaag");
  return (
    <Dialog title={t("help.thisPage")} opened={opened} onClose={onClose}>
      <p>{t(`help.page.${page}`, { defaultValue: t("help.page.vandaag") })}</p>
      <dl className={styles.keys}>
        {KEYS.map((key) => (
          <div key={key}>
            <dt>
              {key.split(", ").map((one) => (
                <Kbd key={one}>{one}</Kbd>
              ))}
            </dt>
            <dd>{t(`keys.${key.replace(/[^A-Za-z0-9]/g, "") || "arrows"}`)}</dd>
          </div>
        ))}
      </dl>
      <DialogButtons>
        <Button
          kind="primary"
          onClick={() => {
            onClose();
            navigate("/handboek");
          }}
        >
          {t("help.toHandbook")}
        </Button>
        <Button
          onClick={() => {
            onClose();
            navigate("/handboek/avg");
          }}
        >
          {t("help.avg")}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

import { IconAlertTriangle, IconEye, IconSearch, IconX } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { call } from "../app/api";
import { shortDate } from "../app/dates";
import { errorText } from "../app/error_text";
import { language } from "../app/i18n";
import { useNamesHidden } from "../app/names";
import { Link } from "../app/route";
import { useMay, useSession } from "../app/session";
import { Button, buttonClass } from "../ui/button";
import { Chip } from "../ui/chip";
import { Notice } from "../ui/notice";
import { nameOf, type Practitioner } from "./columns";
import styles from "./detail.module.css";
import { agendaChanged } from "./use_agenda";
import type { Waiting } from "./waiting_list";

interface Props {
  waiting: Waiting;
  practitioners: Practitioner[];
  onFind: () => void;
  onClose: () => void;
}

// Who waits for a place, and what he asked for.
export function WaitingDetail({ waiting: one, practitioners, onFind, onClose }: Props) {
  const { t } = useTranslation();
  const hidden = useNamesHidden();
  const plans = useMay("appointment.plan");
  const opensPatients = useSession().places?.some((place) => place.key === "patienten");
  const ending = useMutation({
    mutationFn: async () => {
      await call("post", "/api/waiting/{id}", { id: one.id, body: { patient: one.patient, version: one.version } });
      await agendaChanged();
      onClose();
    },
  });
  return (
    <div className={styles.detail}>
      {hidden && (
        <div>
          <Chip hue="prive" icon={IconEye}>
            {t("agenda.onlyHere")}
          </Chip>
        </div>
      )}
      <p className={styles.name}>{one.name}</p>
      <p>
        {[t("appointment.minutes", { count: one.minutes }), one.practitioner && nameOf(practitioners, one.practitioner)]
          .filter(Boolean)
          .join(", ")}
      </p>
      <p className={styles.small}>{t("agenda.waiting.since", { date: shortDate(one.since, language()) })}</p>
      {one.wish && <p>{t("agenda.waiting.wished", { wish: one.wish })}</p>}
      {ending.error && (
        <Notice hue="rood" icon={IconAlertTriangle} boxed role="alert">
          {errorText(ending.error, t)}
        </Notice>
      )}
      <div className={styles.actions}>
        {plans && (
          <Button kind="primary" small icon={IconSearch} onClick={onFind}>
            {t("agenda.findFree")}
          </Button>
        )}
        {plans && (
          <Button kind="danger" small icon={IconX} disabled={ending.isPending} onClick={() => ending.mutate()}>
            {t("agenda.waiting.end")}
          </Button>
        )}
        {opensPatients && (
          <Link href={`/patienten/${one.patient}`} className={buttonClass("text", true)}>
            {t("agenda.openPatient")}
          </Link>
        )}
      </div>
    </div>
  );
}

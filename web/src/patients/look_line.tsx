import { Popover } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { useState } from "react";
import { Trans, useTranslation } from "react-i18next";
import type { Schema } from "../app/api";
import { clock } from "../app/dates";
import { useNamesHidden } from "../app/names";
import { useSession } from "../app/session";
import { Icon } from "../ui/icon";
import { Notice } from "../ui/notice";
import { LeftOut } from "./left_out";
import styles from "./patient_page.module.css";
import { spokenName } from "./spoken_name";

type Patient = Schema<"Patient">;

function Look({ patient }: { patient: Patient }) {
  const { t } = useTranslation();
  const { account } = useSession();
  const hidden = useNamesHidden();
  if (!patient.look) return null;
  const who = (!hidden && spokenName(patient.identity)) || t("patient.thePatient");
  const role = account.role ? t(`role.${account.role}`).toLowerCase() : account.name;
  return (
    <>
      {t(`patient.look.as.${patient.look.relation}`, { role })}{" "}
      <Trans
        i18nKey="patient.look.logged"
        values={{ time: clock(patient.look.since), who }}
        components={{ b: <strong /> }}
      />
    </>
  );
}

// In the first week of an account a line, afterwards an eye; what is left out is said in either case.
export function LookLine({ patient }: { patient: Patient }) {
  const firstWeek = useSession().account.first_week ?? false;
  const leftOut = patient.left_out.length > 0;
  if (!leftOut && !(firstWeek && patient.look)) return null;
  return (
    <Notice hue="prive" icon={IconEye} action={firstWeek && leftOut && <LeftOut what={patient.left_out} />}>
      {firstWeek ? <Look patient={patient} /> : <LeftOut what={patient.left_out} />}
    </Notice>
  );
}

export function LookEye({ patient }: { patient: Patient }) {
  const firstWeek = useSession().account.first_week ?? false;
  const [opened, open] = useState(false);
  const { t } = useTranslation();
  if (firstWeek || !patient.look) return null;
  return (
    <Popover
      opened={opened}
      onChange={open}
      position="bottom-start"
      classNames={{ dropdown: styles.lookText! }}
      withinPortal={false}
      withRoles={false}
    >
      <Popover.Target>
        <button
          type="button"
          className={styles.look}
          onFocus={() => open(true)}
          onBlur={() => open(false)}
          onMouseEnter={() => open(true)}
          onMouseLeave={() => open(false)}
          aria-label={t("patient.look.eye")}
          aria-describedby={opened ? "look-text" : undefined}
        >
          <Icon of={IconEye} size={19} />
        </button>
      </Popover.Target>
      <Popover.Dropdown id="look-text">
        <Look patient={patient} />
      </Popover.Dropdown>
    </Popover>
  );
}

import { useTranslation } from "react-i18next";
import { Icon } from "../ui/icon";
import { Tile } from "../ui/tile";
import { type Place, placesOf, waitingAt } from "./places";
import styles from "./rail.module.css";
import { Link, useParts } from "./route";
import { useSession } from "./session";

export function Rail() {
  const { t } = useTranslation();
  const session = useSession();
  const here = useParts()[0];
  const places = placesOf(session);
  const list = (group: Place["group"]) => {
    const members = places.filter((place) => place.group === group);
    if (members.length === 0) return null;
    return (
      <ul className={styles.list}>
        {members.map((place) => {
          const waiting = waitingAt(session, place.key);
          return (
            <li key={place.key}>
              <Link
                href={place.path}
                className={styles.item}
                aria-current={place.path === `/${here}` ? "page" : undefined}
              >
                <Icon of={place.icon} size={19} />
                <span>{t(`place.${place.key}`)}</span>
                {waiting > 0 && (
                  <span className={styles.waiting}>
                    {waiting}
                    <span className="hidden-but-read"> {t("shell.waiting")}</span>
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    );
  };
  return (
    <nav className={styles.rail} aria-label={t("shell.places")}>
      <Link href="/vandaag" className={styles.logo} aria-label={t("shell.home")}>
        <Tile size={30} />
        <span>Zorgkluis</span>
      </Link>
      {list("work")}
      {list("care")}
      <p className={styles.foot}>
        <strong>{session.practice.name}</strong>
        {t(`kind.${session.practice.kind}`, { defaultValue: session.practice.kind })}
        {session.practice.mode === "test" && <span className={styles.test}> · {t("shell.test")}</span>}
      </p>
    </nav>
  );
}

import { IconPlugConnectedX } from "@tabler/icons-react";
import { Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Loading } from "../ui/waiting";
import { Notice } from "../ui/notice";
import { Toasts } from "../ui/toast";
import { Commands } from "./commands";
import { errorText } from "./error_text";
import { useIdle } from "./idle";
import { useKeys } from "./keyboard";
import { KeysHelp } from "./keys_help";
import { PageGuard } from "./page_guard";
import { Page } from "./pages";
import { PhoneBar } from "./phone_bar";
import { Rail } from "./rail";
import { navigate, usePath } from "./route";
import { connection, hideNames, lock, useSession } from "./session";
import styles from "./shell.module.css";
import { TopBar } from "./top_bar";

export function Shell() {
  const { t } = useTranslation();
  const session = useSession();
  const path = usePath();
  const [searching, search] = useState(false);
  const [helping, help] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  const main = useRef<HTMLElement>(null);
  const hidden = session.names?.hidden ?? false;
  const toggleNames = () => void hideNames(!hidden).catch(() => undefined);
  const lockNow = () => void lock();

  useIdle(session);
  useKeys({ search: () => search(true), help: () => help(true), names: toggleNames, lock: lockNow });

  // After logging in the first tab stop is the link to the content, as on a fresh page.
  useEffect(() => top.current?.focus({ preventScroll: true }), []);

  // A new page starts at its head, for eyes and for ears; not on the first load, nor within one place.
  const place = path.split("/")[1];
  useEffect(() => {
    if (!place) navigate("/vandaag", "replace");
  }, [place]);
  const before = useRef(place);
  useEffect(() => {
    const first = !before.current;
    if (before.current === place) return;
    before.current = place;
    if (first) return;
    window.scrollTo(0, 0);
    main.current?.focus();
  }, [place]);

  return (
    <div className={styles.shell} ref={top} tabIndex={-1}>
      <a href="#inhoud" className={styles.skip} onClick={(event) => (event.preventDefault(), main.current?.focus())}>
        {t("shell.skip")}
      </a>
      <Rail />
      <div className={styles.column}>
        <TopBar onSearch={() => search(true)} onNames={toggleNames} onLock={lockNow} onHelp={() => help(true)} />
        {connection.use() === "lost" && (
          <Notice hue="rood" icon={IconPlugConnectedX} role="alert">
            {t("shell.lost")}
          </Notice>
        )}
        <main id="inhoud" className={styles.main} ref={main} tabIndex={-1}>
          <Suspense fallback={<Loading />}>
            <PageGuard place={path}>
              <Page />
            </PageGuard>
          </Suspense>
        </main>
      </div>
      <PhoneBar onHelp={() => help(true)} />
      <Commands opened={searching} onClose={() => search(false)} />
      <KeysHelp opened={helping} onClose={() => help(false)} />
      <Toasts errorText={(error) => errorText(error, t)} />
    </div>
  );
}

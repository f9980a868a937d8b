import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { Suspense, lazy, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { theme } from "../ui/theme";
import { Door } from "./door";
import { useKnock } from "./idle";
import { LockScreen } from "./lock_screen";
import { queries } from "./queries";
import { useParts } from "./route";
import { refresh, useSessionState } from "./session";
import { Shell } from "./shell";

const Activation = lazy(() => import("./activation"));

// The server fills a fresh nonce into the page for every answer.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";

export function App() {
  return (
    <MantineProvider
      theme={theme}
      getStyleNonce={() => nonce}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
      withStaticClasses={false}
    >
      <QueryClientProvider client={queries}>
        <Root />
      </QueryClientProvider>
    </MantineProvider>
  );
}

function Root() {
  const { i18n } = useTranslation();
  const state = useSessionState();
  const activating = useParts()[0] === "activeren";
  useKnock();
  useEffect(() => void refresh(), []);
  if (activating)
    return (
      <Suspense>
        <Activation key={i18n.language} />
      </Suspense>
    );
  switch (state.phase) {
    case "loading":
      return null;
    case "unreachable":
    case "out":
      return <Door unreachable={state.phase === "unreachable"} ended={state.phase === "out" && state.ended} />;
    case "locked":
      return <LockScreen session={state.session} />;
    case "in":
      return <Shell />;
  }
}

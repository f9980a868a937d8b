import type { TFunction } from "i18next";
import { i18n } from "./i18n";
import { ApiError } from "./api";

// A sentence for a person: ours for a code that we know, else the server's.
export function errorText(error: unknown, t: TFunction): string {
  if (!(error instanceof ApiError)) return t("errors.unknown");
  const key = `errors.${error.code}`;
  if (error.code === "login-too-soon") return t(key, { seconds: error.retryAfterSeconds ?? 30 });
  if (i18n.exists(key)) return t(key);
  const { message } = error;
  return message ? message[0]!.toUpperCase() + message.slice(1) : t("errors.unknown");
}

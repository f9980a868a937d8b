import type { AnchorHTMLAttributes, MouseEvent } from "react";
import { makeStore } from "./store";

// The address says where we are; it holds opaque ids, never a name.
const path = makeStore(window.location.pathname);
window.addEventListener("popstate", () => path.set(window.location.pathname));

export const usePath = path.use;
export const useParts = (): string[] => path.use().split("/").filter(Boolean).map(decodeURIComponent);

export function navigate(to: string, how: "push" | "replace" = "push"): void {
  if (to === window.location.pathname) return;
  if (how === "push") window.history.pushState(null, "", to);
  else window.history.replaceState(null, "", to);
  path.set(to);
}

export function Link({ href, onClick, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  function follow(event: MouseEvent<HTMLAnchorElement>): void {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    navigate(href);
  }
  return <a href={href} onClick={follow} {...rest} />;
}

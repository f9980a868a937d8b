import { useSyncExternalStore } from "react";

const media = (query: string) => {
  const list = window.matchMedia(query);
  const subscribe = (changed: () => void) => {
    list.addEventListener("change", changed);
    return () => list.removeEventListener("change", changed);
  };
  return () => useSyncExternalStore(subscribe, () => list.matches);
};

export const useWide = media("(min-width: 1101px)");
export const usePhone = media("(max-width: 640px)");

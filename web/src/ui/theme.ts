import { createTheme, DrawerRoot, Menu, ModalRoot, Tabs } from "@mantine/core";

const fade = { transition: "fade", duration: 120 } as const;

// Mantine gives behaviour only: its style sheets are not in the bundle, so each part brings its own classes.
export const theme = createTheme({
  fontFamily: "var(--font)",
  defaultRadius: 8,
  focusRing: "never",
  respectReducedMotion: true,
  components: {
    // Locking the scroll would need a style element that the CSP refuses.
    ModalRoot: ModalRoot.extend({ defaultProps: { lockScroll: false, transitionProps: fade } }),
    DrawerRoot: DrawerRoot.extend({ defaultProps: { lockScroll: false, transitionProps: fade } }),
    Menu: Menu.extend({ defaultProps: { transitionProps: fade, withInitialFocusPlaceholder: false } }),
    Tabs: Tabs.extend({ defaultProps: { keepMounted: false } }),
  },
});

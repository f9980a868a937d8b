import { createTheme, Drawer, Menu, Modal, Tabs } from "@mantine/core";

// Mantine gives behaviour only: its style sheets are not in the bundle, so each part brings its own classes.
export const theme = createTheme({
  fontFamily: "var(--font)",
  defaultRadius: 8,
  focusRing: "never",
  respectReducedMotion: true,
  components: {
    Modal: Modal.extend({ defaultProps: { lockScroll: false, transitionProps: { transition: "fade", duration: 120 } } }),
    Drawer: Drawer.extend({
      defaultProps: { lockScroll: false, transitionProps: { transition: "fade", duration: 120 } },
    }),
    Menu: Menu.extend({ defaultProps: { transitionProps: { transition: "fade", duration: 120 } } }),
    Tabs: Tabs.extend({ defaultProps: { keepMounted: false } }),
  },
});

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/app";
import { startTexts } from "./app/i18n";
import "./ui/fonts.css";
import "./ui/tokens.css";
import "./ui/base.css";

startTexts();
createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

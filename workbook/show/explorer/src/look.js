/** Light or dark: as JupyterLab's theme where there is one, else as the person's system. */

const system = window.matchMedia("(prefers-color-scheme: dark)");

/** @returns {"light"|"dark"} */
export function currentLook() {
  const { voila, jpThemeLight } = document.body.dataset;
  const dark = !voila && jpThemeLight ? jpThemeLight === "false" : system.matches;
  return dark ? "dark" : "light";
}

/**
 * @param {() => void} listener
 * @returns {() => void}
 */
export function watchLook(listener) {
  const theme = new MutationObserver(listener);
  theme.observe(document.body, { attributeFilter: ["data-jp-theme-light"] });
  system.addEventListener("change", listener);
  return () => {
    theme.disconnect();
    system.removeEventListener("change", listener);
  };
}

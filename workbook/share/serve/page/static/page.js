// What Voilà's own script expects of the page, in a file, because the page allows no script inside it.

// The address of plotly.js, for the explorer to load once its first screen is painted.
window.workbookPlotlyUrl = document.querySelector('meta[name="workbook-plotly"]').content;

// Called by Voilà's script once its theme is there, and below once all cells have arrived: the later call shows them.
window.voila_finish = () => {
  window.cellLoaded = true;
  if (!window.themeLoaded) return;
  document.getElementById("loading")?.remove();
  document.getElementById("rendered_cells").hidden = false;
};

document.addEventListener("DOMContentLoaded", window.voila_finish);
